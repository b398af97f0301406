import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ProblemError } from '#kernel/problems/problem-error.ts';

import { publish } from './web-build.ts';
import { serveWeb, surfaceOf } from './web.ts';

const asPerson = { accept: 'text/html,*/*;q=0.8' };
const surfaces = [
  { name: 'public', path: '/', pages: ['/', '/where'] },
  { name: 'console', path: '/console', pages: ['/console', '/console/accounts/:id'] },
];

let folder: string;
let app: FastifyInstance;

async function writeBuild(to: string, mark: string): Promise<void> {
  await mkdir(join(to, 'assets'), { recursive: true });
  await writeFile(join(to, 'assets', `main-${mark}.js`), `'${mark}'`);
  for (const { name } of surfaces) {
    await mkdir(join(to, name), { recursive: true });
    await writeFile(join(to, name, 'index.html'), `${name} ${mark}`);
  }
  await writeFile(join(to, 'build.json'), JSON.stringify({ sources: {}, modules: 1, surfaces }));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'web-'));
  await writeBuild(folder, 'one');
  app = Fastify();
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof ProblemError ? error.kind.status : 500).send({ problem: true }),
  );
  await serveWeb(app, folder);
});

afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the pages', () => {
  it('are those of the surface in which the address lies', async () => {
    expect((await app.inject({ url: '/where', headers: asPerson })).body).toBe('public one');
    expect((await app.inject({ url: '/console/accounts/7', headers: asPerson })).body).toBe(
      'console one',
    );
  });

  it('are asked for each time, but sent only when they changed', async () => {
    const first = await app.inject({ url: '/', headers: asPerson });
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await app.inject({
      url: '/',
      headers: { ...asPerson, 'if-none-match': String(first.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('of an address that nobody has are sent with 404, in their own surface', async () => {
    const missing = await app.inject({ url: '/console/nowhere', headers: asPerson });
    expect([missing.statusCode, missing.body]).toEqual([404, 'console one']);
  });

  it('are not sent to a program that asks for data that is not there', async () => {
    const answer = await app.inject({ url: '/api/v1/nothing', headers: asPerson });
    expect([answer.statusCode, answer.json()]).toEqual([404, { problem: true }]);
    expect((await app.inject({ url: '/nothing' })).json()).toEqual({ problem: true });
  });

  it('have one address: a slash at the end goes away, and never leads to another site', async () => {
    expect((await app.inject({ url: '/console/?a=1', headers: asPerson })).headers.location).toBe(
      '/console?a=1',
    );
    expect((await app.inject({ url: '//evil.example/', headers: asPerson })).headers.location).toBe(
      '/evil.example',
    );
  });
});

describe('the files', () => {
  it('with a hash in their name are kept by browsers for ever', async () => {
    const file = await app.inject({ url: '/assets/main-one.js' });
    expect(file.headers['cache-control']).toContain('immutable');
  });

  it('that are gone are a problem, not a page', async () => {
    expect((await app.inject({ url: '/assets/gone.js', headers: asPerson })).statusCode).toBe(404);
  });
});

describe('a new build', () => {
  it('is shown at once, and leaves the files of the former one to the pages that are still open', async () => {
    const next = await mkdtemp(join(tmpdir(), 'web-next-'));
    await writeBuild(next, 'two');
    await publish(next, folder);
    expect((await app.inject({ url: '/', headers: asPerson })).body).toBe('public two');
    expect((await app.inject({ url: '/assets/main-one.js' })).statusCode).toBe(200);
    await rm(next, { recursive: true, force: true });
  });

  it('takes away files that are older than a week', async () => {
    const old = new Date('2020-01-01T00:00:00Z');
    await utimes(join(folder, 'assets', 'main-one.js'), old, old);
    const next = await mkdtemp(join(tmpdir(), 'web-next-'));
    await writeBuild(next, 'two');
    await publish(next, folder);
    expect(await readdir(join(folder, 'assets'))).toEqual(['main-two.js']);
    expect(JSON.parse(await readFile(join(folder, 'build.json'), 'utf8'))).toMatchObject({
      modules: 1,
    });
    await rm(next, { recursive: true, force: true });
  });
});

it('an address lies in the surface with the longest path, and a name that only begins alike is not in it', () => {
  expect(surfaceOf(surfaces, '/console/x')).toBe('console');
  expect(surfaceOf(surfaces, '/consoles')).toBe('public');
});
