import { afterAll, beforeAll, expect, test } from 'vitest';

import { routes } from '#kernel/access/contract.ts';
import { openDatabase } from '#kernel/db/database.ts';
import { type AccessApp, sampleRoles, sampleRoute, startAccessApp } from '#test/support/access.ts';
import { openTestDatabase, TEST_CENTRE, type TestDatabase } from '#test/support/database.ts';
import { startWire, type Wire } from '#test/support/wire.ts';

let own: TestDatabase;
let wire: Wire;
let app: AccessApp;

beforeAll(async () => {
  own = await openTestDatabase();
  wire = await startWire(own.connection);
  const throughWire = openDatabase({ connection: wire.connection, poolSize: 4 });
  app = await startAccessApp({ database: { ...own, ...throughWire } });
  await app.database.transaction((tx) => app.api.ensureRoles(tx, TEST_CENTRE, sampleRoles));
});
afterAll(async () => {
  await wire.mend();
  await app.database.close();
  await app.close();
  await wire.close();
  await own.drop();
});

test('somebody signed in is asked to come back while the database is away, and goes on when it is there again', async () => {
  const browser = await app.signedIn(await app.person('patient', ['clerk']));
  expect((await browser.send(sampleRoute)).status).toBe(200);
  wire.cut();
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const asked = { method: 'GET' as const, headers: { host: 'localhost:8080', cookie } };
  for (const url of [sampleRoute.path, routes.getSession.path]) {
    const answer = await app.http.inject({ ...asked, url });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.json()).toMatchObject({ code: 'server/unavailable', status: 503 });
    expect(answer.body).not.toMatch(/ECONN|ENOENT|terminated|socket/i);
  }
  await wire.mend();
  expect((await browser.send(sampleRoute)).status).toBe(200);
});

test('a request that is being answered when the database goes is refused in the same way', async () => {
  const browser = await app.signedIn(await app.person('unlucky', ['clerk']));
  const answers = Array.from({ length: 8 }, () => browser.send(sampleRoute));
  wire.cut();
  const codes = (await Promise.all(answers)).map(({ status, problem }) => problem ?? status);
  expect(new Set([...codes, 200, 'server/unavailable'])).toEqual(
    new Set([200, 'server/unavailable']),
  );
  expect(codes).toContain('server/unavailable');
  await wire.mend();
  expect((await browser.send(sampleRoute)).status).toBe(200);
});
