import { afterAll, beforeAll, expect, test } from 'vitest';

import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

import { permissions, routes } from './contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('the system administrator sees that a database run elsewhere has no backups here', async () => {
  const seen = await app.send(staffWith([permissions.view.name]), routes.list);
  expect(seen.body).toMatchObject({ isEmbedded: false, items: [], failure: null, keep: 7 });
  const refused = await app.send(staffWith([permissions.run.name]), routes.make);
  expect(refused.problem).toBe('backup/external-database');
});

test('nobody else sees the backups or makes one', async () => {
  expect((await app.send(staffWith([]), routes.list)).status).toBe(403);
  expect((await app.send(staffWith([permissions.view.name]), routes.make)).status).toBe(403);
});
