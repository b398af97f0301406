import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { prepared, preparedOne, sendChange, sendRows, tableOf } from './prepared.ts';
import type { Db } from './types.ts';

type Thing = { id: number; name: string | null; at: Date; tags: string[]; more: object };
const THINGS = tableOf<Thing>('public.thing');

let database: TestDatabase;
let builds = 0;

const listThings = prepared((db: Db, ids: readonly number[], name: string) => {
  builds += 1;
  return db
    .$extendTables<{ thing: Thing }>()
    .selectFrom('thing')
    .selectAll()
    .where('name', '=', name)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('id');
});
const findThing = preparedOne((db: Db, id: number) =>
  db.$extendTables<{ thing: Thing }>().selectFrom('thing').selectAll().where('id', '=', id),
);

beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query(
    'CREATE TABLE thing (id integer PRIMARY KEY, name text, at timestamptz, tags text[], more jsonb)',
  );
});
afterAll(() => database.drop());

const thing = (id: number, name: string | null): Thing => ({
  id,
  name,
  at: new Date('2026-03-02T01:00:00.123Z'),
  tags: ['a,"b', ''],
  more: { id },
});

describe('a statement whose text is made once', () => {
  it('writes rows as they were given, however many, and nothing for none', async () => {
    await database.transaction(async (tx) => {
      sendRows(tx, THINGS, []);
      sendRows(tx, THINGS, [thing(1, null)]);
      sendRows(tx, THINGS, [thing(2, 'b'), thing(3, 'b')]);
      sendRows(tx, THINGS, [thing(4, 'b')]);
    });
    expect(await findThing(database.db, 1)).toEqual(thing(1, null));
    expect(await findThing(database.db, 9)).toBeUndefined();
  });

  it('fits its columns to the rows, though others came before', async () => {
    const { more: _, ...rest } = thing(5, 'c');
    await database.transaction(async (tx) => sendRows(tx, tableOf('public.thing'), [rest]));
    expect(await findThing(database.db, 5)).toMatchObject({ ...rest, more: null });
  });

  it('changes the rows that are meant and no others, whatever columns are set', async () => {
    await database.transaction(async (tx) => {
      sendRows(tx, THINGS, [thing(11, 'x'), thing(12, 'x')]);
      sendChange(tx, THINGS, { id: 11, name: 'x' }, { name: 'y', at: new Date(0) });
      sendChange(tx, THINGS, { id: 12, name: 'y' }, { name: 'z' });
      sendChange(tx, THINGS, { id: 12 }, { tags: ['t'], more: { now: 1 } });
    });
    expect(await findThing(database.db, 11)).toEqual({ ...thing(11, 'y'), at: new Date(0) });
    expect(await findThing(database.db, 12)).toEqual({
      ...thing(12, 'x'),
      tags: ['t'],
      more: { now: 1 },
    });
  });

  it('reads with new values each time, inside a transaction and outside', async () => {
    const find = (db: Db) => findThing(db, 2);
    const [inside, outside] = [await database.transaction(find), await find(database.db)];
    expect(inside).toEqual(outside);
    expect((await findThing(database.db, 3))?.id).toBe(3);
  });
});

describe('a statement that looks at its arguments', () => {
  it('fails where it is made, instead of keeping what it saw first', async () => {
    await expect(listThings(database.db, [1], 'b')).rejects.toThrow(TypeError);
    expect(builds).toBe(1);
  });
});
