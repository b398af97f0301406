import { afterAll, beforeAll, expect, test } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { runText } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

test('a connection that breaks in the middle of a transaction fails that transaction and nothing else', async () => {
  const other = await database.connectAlone();
  const broken = database.transaction(async (tx) => {
    const [row] = await runText<{ pid: number }>(tx, 'SELECT pg_backend_pid() AS pid');
    await other.query('SELECT pg_terminate_backend($1, 5000)', [row?.pid]);
    await runText(tx, 'SELECT 1');
  });
  await expect(broken).rejects.toThrow(/terminat|Connection/i);
  await other.end();
  // The pool gives another connection; an unheard error would have ended this process.
  const rows = await database.transaction((tx) => runText<{ n: number }>(tx, 'SELECT 1 AS n'));
  expect(rows).toEqual([{ n: 1 }]);
});
