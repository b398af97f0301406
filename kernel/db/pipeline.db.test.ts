import { setImmediate } from 'node:timers/promises';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { isDuplicate } from './errors.ts';
import { runText, sendText } from './transaction.ts';
import type { Tx } from './types.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query('CREATE TABLE item (id integer CONSTRAINT item_pkey PRIMARY KEY)');
});
afterAll(() => database.drop());

const insert = (tx: Tx, id: number) => sendText(tx, 'INSERT INTO item VALUES ($1)', [id]);
const listIds = async () =>
  (await database.pool.query<{ id: number }>('SELECT id FROM item ORDER BY id')).rows.map(
    ({ id }) => id,
  );
const reasonOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
const inUse = () => database.pool.totalCount;

describe('statements that travel together', () => {
  it('are each answered with their own rows', async () => {
    const answers = await database.transaction((tx) =>
      Promise.all([
        runText(tx, 'SELECT 1 AS one'),
        runText(tx, 'SELECT 2 AS two, NULL AS nothing WHERE $1', [false]),
        runText(tx, 'SELECT n FROM generate_series(1, 3) n'),
      ]),
    );
    expect(answers).toEqual([[{ one: 1 }], [], [{ n: 1 }, { n: 2 }, { n: 3 }]]);
  });

  it('all fail with the reason of the first that failed, and the connection serves on', async () => {
    const connections = inUse();
    const reasons: unknown[] = [];
    const failed = database.transaction(async (tx) => {
      insert(tx, 1);
      const broken = runText(tx, 'SELECT 1 / $1::integer AS n', [0]);
      // Never met before, and skipped: it must be made known to the server the next time.
      const behind = runText(tx, 'SELECT 5 AS never_run');
      reasons.push(await reasonOf(broken), await reasonOf(behind));
      await broken;
    });
    await expect(failed).rejects.toThrow('division by zero');
    expect(reasons[0]).toBe(reasons[1]);
    const rows = await database.transaction((tx) => runText(tx, 'SELECT 5 AS never_run'));
    expect(rows).toEqual([{ never_run: 5 }]);
    expect(await listIds()).toEqual([]);
    expect(inUse()).toBe(connections);
  });

  it('are rolled back where the last fails together with the commit, and the connection serves on', async () => {
    const connections = inUse();
    const failed = database.transaction(async (tx) => {
      insert(tx, 1);
      insert(tx, 1);
    });
    expect(isDuplicate(await reasonOf(failed), 'item_pkey')).toBe(true);
    await database.transaction(async (tx) => insert(tx, 2));
    expect(await listIds()).toEqual([2]);
    expect(inUse()).toBe(connections);
  });

  it('are not sent at all when a value of one cannot be', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const failed = database.transaction(async (tx) => {
      insert(tx, 3);
      sendText(tx, 'SELECT $1::jsonb', [circle]);
    });
    await expect(failed).rejects.toThrow(TypeError);
    expect(await listIds()).toEqual([2]);
  });

  it('may be sent while others are under way, with a statement that both need', async () => {
    const asked = await database.transaction(async (tx) => {
      const first = runText(tx, 'SELECT $1::text AS shared, pg_sleep(0)', ['a']);
      // Another turn of work: a batch of its own, before the first is answered.
      await setImmediate();
      return Promise.all([
        first,
        runText(tx, 'SELECT $1::text AS shared, pg_sleep(0)', ['b']),
        runText(tx, 'SELECT $1::text AS shared, pg_sleep(0)', ['c']),
      ]);
    });
    expect(asked.map(([row]) => (row as { shared: string }).shared)).toEqual(['a', 'b', 'c']);
  });

  it('keep what was done before, when a statement alone follows a refused one', async () => {
    await expect(database.db.executeQuery(raw('SELECT nowhere'))).rejects.toThrow(/nowhere/);
    expect((await database.db.executeQuery(raw('SELECT 7 AS n'))).rows).toEqual([{ n: 7 }]);
  });
});

describe('any value', () => {
  it('comes back as it was sent', async () => {
    const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', ''));
    const list = fc.array(fc.option(text));
    await fc.assert(
      fc.asyncProperty(text, list, fc.uint8Array(), fc.date(VALID), async (...given) => {
        const [row] = await database.transaction((tx) =>
          runText(
            tx,
            'SELECT $1::text AS a, $2::text[] AS b, $3::bytea AS c, $4::timestamptz AS d',
            given,
          ),
        );
        const [a, b, c, d] = given;
        expect(row).toEqual({ a, b, c: Buffer.from(c), d });
      }),
      { numRuns: 60 },
    );
  });
});

const VALID = {
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('2200-01-01T00:00:00Z'),
  noInvalidDate: true,
};

const raw = (sql: string) =>
  ({ sql, parameters: [], query: { kind: 'RawNode' }, queryId: {} }) as never;
