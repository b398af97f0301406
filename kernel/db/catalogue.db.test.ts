import { afterAll, beforeAll, expect, test } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { findCatalogueFaults, type CatalogueFault } from './catalogue.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

/** Small tables that belong to no centre: on a distributed database they are copied to every machine. */
const REFERENCE_TABLES = ['kernel.centre', 'kernel.migration'];

const faultsAfter = async (sql: string): Promise<CatalogueFault[]> => {
  const session = await database.connectAlone();
  try {
    await session.query('BEGIN');
    await session.query(sql);
    return await findCatalogueFaults(session, REFERENCE_TABLES);
  } finally {
    await session.end();
  }
};

test('every table can be spread over several machines by its centre', async () => {
  expect(await faultsAfter('SELECT 1')).toEqual([]);
});

test.each([
  [
    'a key without the centre',
    'CREATE TABLE kernel.x (centre_id integer NOT NULL, id uuid PRIMARY KEY)',
    'key-without-centre',
  ],
  ['no key', 'CREATE TABLE kernel.x (centre_id integer NOT NULL)', 'no-primary-key'],
  [
    'a unique index without the centre',
    'CREATE UNIQUE INDEX x ON kernel.account (login_name)',
    'key-without-centre',
  ],
  [
    'a reference without the centre',
    'CREATE TABLE kernel.x (centre_id integer, id integer, slug text REFERENCES kernel.centre (slug), other uuid, PRIMARY KEY (centre_id, id)); CREATE TABLE kernel.y (id integer, centre_id integer, account_id uuid, PRIMARY KEY (centre_id, id), FOREIGN KEY (id, account_id) REFERENCES kernel.account (centre_id, account_id))',
    'reference-without-centre',
  ],
  [
    'a trigger',
    `CREATE FUNCTION kernel.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER t BEFORE INSERT ON kernel.account FOR EACH ROW EXECUTE FUNCTION kernel.f()`,
    'trigger',
  ],
  ['a sequence', 'CREATE SEQUENCE kernel.x', 'sequence'],
  [
    'a deferrable rule',
    'CREATE TABLE kernel.x (centre_id integer, id integer, PRIMARY KEY (centre_id, id) DEFERRABLE)',
    'deferrable',
  ],
  [
    'an exclusion',
    'CREATE TABLE kernel.x (centre_id integer, id integer, during int4range, PRIMARY KEY (centre_id, id), EXCLUDE USING gist (during WITH &&))',
    'exclusion',
  ],
])('%s is found', async (_name, sql, kind) => {
  expect((await faultsAfter(sql)).map((fault) => fault.kind)).toContain(kind);
});
