import { afterAll, beforeAll, expect, test } from 'vitest';

import { type AccessApp, startAccessApp } from '#test/support/access.ts';

const PEOPLE = 400;

let app: AccessApp;
beforeAll(async () => {
  app = await startAccessApp();
});
afterAll(() => app.close());

test('hundreds of roles are given side by side in one transaction', async () => {
  const { api, database, system } = app;
  await database.transaction(async (tx) => {
    const accounts = Array.from({ length: PEOPLE }, (_, number) =>
      api.createAccount(tx, system, {
        kind: 'staff',
        loginName: `many-${number}`,
        displayName: `员工 ${number}`,
        oneTimePasswordHash: 'none',
      }),
    );
    await Promise.all(
      accounts.map(({ accountId }) =>
        api.grantRole(tx, system, {
          accountId,
          role: 'clerk',
          scope: { level: 'centre' },
          reason: '测试',
        }),
      ),
    );
  });
  const { rows } = await database.pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM kernel.role_grant WHERE role = 'clerk'`,
  );
  expect(rows[0]?.n).toBe(PEOPLE);
});
