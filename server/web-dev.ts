import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { FastifyInstance } from 'fastify';
import type { ViteDevServer } from 'vite';

import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { surfaceOf, wantsPage } from './web.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Scripts of the bundler's own in the page, and its channel: only while somebody is writing the pages. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "frame-src 'self' blob:",
  "connect-src 'self' ws: wss:",
].join('; ');

/**
 * Serves the surfaces from their sources: a change is on the screen as soon as it is saved. For
 * `npm run dev`, never for people.
 */
export async function serveWebSources(app: FastifyInstance): Promise<void> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    configLoader: 'native',
    server: { middlewareMode: true, ws: { server: app.server } },
  });
  app.addHook('onClose', () => vite.close());
  const surfaces = JSON.parse(
    await readFile(join(root, 'web/surfaces/surfaces.json'), 'utf8'),
  ) as ReadonlyArray<{ readonly name: string; readonly path: string }>;
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (request.url.startsWith('/api/') && !wantsPage(request))
      throw new ProblemError(commonProblems.notFound);
    if (!wantsPage(request)) {
      reply.hijack();
      vite.middlewares(request.raw, reply.raw);
      return reply;
    }
    const html = await readSource(vite, surfaceOf(surfaces, path), request.url);
    return reply
      .header('content-security-policy', policy)
      .type('text/html; charset=utf-8')
      .send(html);
  });
}

async function readSource(vite: ViteDevServer, name: string, url: string): Promise<string> {
  const html = await readFile(join(root, 'web/surfaces', name, 'index.html'), 'utf8');
  // The page is served at another address than where it lies, so its own paths are made whole.
  const whole = html.replaceAll(/src="(\.[^"]*)"/g, (_all, path: string) => {
    const file = join(root, 'web/surfaces', name, path);
    return `src="/@fs/${file.replace(/^\//, '')}"`;
  });
  return vite.transformIndexHtml(url, whole);
}
