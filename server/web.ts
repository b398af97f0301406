import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { findBuild, webFolder } from './web-build.ts';
import type { SurfaceDescription } from './web-describe.ts';

interface Page {
  readonly html: string;
  readonly etag: string;
}

/**
 * Serves the built surfaces: files with a hash in their name for ever, pages never from a cache without
 * asking. An address that no page has is answered 404 with the page that says so; below `/api/` with a problem.
 */
export async function serveWeb(app: FastifyInstance, folder = webFolder): Promise<void> {
  const build = await findBuild(folder);
  if (!build) throw new Error(`There are no built pages in ${folder}: run the build first`);
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
  for (const name of ['favicon.svg', 'robots.txt'])
    app.get(`/${name}`, (_request, reply) =>
      reply.sendFile(name, folder, { maxAge: '1d', immutable: false }),
    );
  app.get('/device-worker.js', (_request, reply) =>
    reply.sendFile('device-worker.js', folder, { cacheControl: false, immutable: false }),
  );
  const names = build.surfaces.map(({ name }) => name);
  // Fails now rather than at the first visitor.
  await Promise.all(names.map((name) => readPage(folder, name)));
  addPages(app, build.surfaces, folder);
}

const kept = new Map<string, { readonly page: Page; readonly changedAtMs: number }>();

/** The page of a surface; read again when another process has built a newer one. */
async function readPage(folder: string, name: string): Promise<Page> {
  const path = join(folder, name, 'index.html');
  const { mtimeMs } = await stat(path);
  const known = kept.get(path);
  if (known?.changedAtMs === mtimeMs) return known.page;
  const html = await readFile(path, 'utf8');
  const page = { html, etag: `"${createHash('sha1').update(html).digest('base64url')}"` };
  kept.set(path, { page, changedAtMs: mtimeMs });
  return page;
}

function addPages(
  app: FastifyInstance,
  surfaces: readonly SurfaceDescription[],
  folder: string,
): void {
  const send =
    (name: string, status: number) => async (request: FastifyRequest, reply: FastifyReply) =>
      sendPage(request, reply, await readPage(folder, name), status);
  for (const { name, pages: paths } of surfaces)
    for (const path of new Set(paths)) app.get(path, send(name, 200));
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (path.length > 1 && path.endsWith('/'))
      return reply.redirect(withoutSlash(request.url), 308);
    if (!wantsPage(request)) throw new ProblemError(commonProblems.notFound);
    return send(surfaceOf(surfaces, path), 404)(request, reply);
  });
}

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  status: number,
): FastifyReply {
  reply.header('cache-control', 'no-cache').header('etag', page.etag);
  if (status === 200 && request.headers['if-none-match'] === page.etag)
    return reply.code(304).send();
  return reply.code(status).type('text/html; charset=utf-8').send(page.html);
}

/** The surface that an address lies in: the one with the longest path that it begins with. */
export function surfaceOf(
  surfaces: ReadonlyArray<Pick<SurfaceDescription, 'name' | 'path'>>,
  path: string,
): string {
  const around = surfaces
    .filter((one) => one.path === '/' || path === one.path || path.startsWith(`${one.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length);
  return around[0]?.name ?? 'public';
}

/** Whether a person asks for a page, rather than a program for data. */
export function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  const isProgram = url.startsWith('/api/') && !url.startsWith('/api/docs');
  return (
    isRead &&
    !isProgram &&
    !url.startsWith('/assets/') &&
    (headers.accept ?? '').includes('text/html')
  );
}

// Only the path is touched: `//evil.example/` must not become an address of another site.
function withoutSlash(url: string): string {
  const [path = '/', query] = url.split('?', 2);
  const clean = `/${path.split('/').filter(Boolean).join('/')}`;
  return query === undefined ? clean : `${clean}?${query}`;
}
