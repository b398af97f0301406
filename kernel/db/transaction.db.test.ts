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

describe('a transaction', () => {
  it('whose hundreds of statements travel at once, with more in both directions than a socket holds, ends', async () => {
    const many = Array.from({ length: 300 }, (_, number) => number);
    const echoed = await database.transaction((tx) =>
      Promise.all(
        many.map(async (number) => {
          const sent = `${number} ${'x'.repeat(20_000)}`;
          await runText(tx, 'SELECT repeat($1, 20000) AS given', ['y']);
          sendText(tx, 'INSERT INTO thing VALUES ($1)', [1000 + number]);
          const [row] = await runText<{ given: string }>(tx, 'SELECT $1 AS given', [sent]);
          return row?.given === sent;
        }),
      ),
    );
    expect(echoed.every(Boolean)).toBe(true);
    const { rows } = await database.pool.query('SELECT id FROM thing WHERE id >= 1000');
    expect(rows).toHaveLength(many.length);
  });
});
