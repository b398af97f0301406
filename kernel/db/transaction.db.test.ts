import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { isDuplicate } from './errors.ts';
import { runText, sendText } from './transaction.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query('CREATE TABLE thing (id integer CONSTRAINT thing_pkey PRIMARY KEY)');
});
afterAll(() => database.drop());

describe('a write that nobody awaited', () => {
  it('and that failed is the reason given, not the statement that tripped over it', async () => {
    const twice = database.transaction(async (tx) => {
      sendText(tx, 'INSERT INTO thing VALUES (1)', []);
      sendText(tx, 'INSERT INTO thing VALUES (1)', []);
      await runText(tx, 'SELECT 1');
    });
    const error: unknown = await twice.catch((reason: unknown) => reason);
    expect(isDuplicate(error, 'thing_pkey')).toBe(true);
    expect((await database.pool.query('SELECT id FROM thing')).rows).toEqual([]);
  });

  it('and that failed at the end is the reason given by the commit', async () => {
    const error: unknown = await database
      .transaction(async (tx) => {
        sendText(tx, 'INSERT INTO thing VALUES (2), (2)', []);
      })
      .catch((reason: unknown) => reason);
    expect(isDuplicate(error, 'thing_pkey')).toBe(true);
  });
});
