import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Importer, toCell } from '#kernel/imports/importer.ts';
import { planImport, type RawRow } from '#kernel/imports/plan.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { staffWith } from '#test/support/actors.ts';
import { OTHER_CENTRE, openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import { type PartiesServer, startPartiesServer } from './fixture.ts';
import { createImporters } from './importers.ts';

const FOLDER = new URL('../../../../centres/songjiang/', import.meta.url);
const { reveal, register, manageRepresentatives, view, merge } = permissions;
const keeper = staffWith(
  [reveal, register, manageRepresentatives, view, merge].map(({ name }) => name),
);

const readRows = async (path: string): Promise<Array<Record<string, string>>> =>
  parse(await readFile(new URL(path, FOLDER), 'utf8'), { columns: true });
const toRaw = (records: ReadonlyArray<Record<string, string>>): RawRow[] =>
  records.map((cells, index) => ({ rowNumber: index + 2, cells }));

describe('sheets of citizens and firms', () => {
  let database: TestDatabase;
  let server: PartiesServer;
  let importers: readonly Importer[] = [];
  const sheets = new Map<string, RawRow[]>();

  beforeAll(async () => {
    database = await openTestDatabase();
    const departments = await readRows('organisation/departments.csv');
    const byCode = new Map(departments.map((row) => [row['code'] ?? '', row]));
    const organisation = {
      loadDirectory: () => Promise.resolve({ departments: { byCode } } as never),
    };
    server = await startPartiesServer(database, { organisation });
    importers = createImporters(server.deps);
    for (const importer of importers) {
      const rows = toRaw(await readRows(`parties/${importer.name.split('.')[1]}.csv`));
      sheets.set(importer.name, rows);
      await runImport(server.deps, keeper, importer, 'songjiang', rows);
    }
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const find = (kind: string): Importer => {
    const importer = importers.find(({ name }) => name === `parties.${kind}`);
    if (importer === undefined) throw new Error(`No importer ${kind}`);
    return importer;
  };
  const exportRows = async (importer: Importer) => {
    const rows = await importer.listCurrent(database.db, keeper.centreId);
    return toRaw(
      rows.map((row) =>
        Object.fromEntries(importer.fields.map(({ key }) => [key, toCell(row[key])])),
      ),
    );
  };

  test.each(['parties', 'representatives'])(
    '%s: what was exported imports again with nothing changed, and so does the file itself',
    async (kind) => {
      const importer = find(kind);
      const exported = await exportRows(importer);
      const original = sheets.get(importer.name) ?? [];
      expect(exported).toHaveLength(original.length);
      for (const rows of [exported, original]) {
        const plan = await planImport(database.db, keeper.centreId, importer, rows);
        expect(plan.faults).toEqual([]);
        expect(plan.described).toEqual([]);
      }
    },
  );

  test('show nothing of it to another centre', async () => {
    for (const importer of importers)
      expect(await importer.listCurrent(database.db, OTHER_CENTRE)).toEqual([]);
  });

  test('ask for two permissions: to see in full and to register', async () => {
    const importer = find('parties');
    expect(importer.permission.name).toBe(reveal.name);
    const [first] = await exportRows(importer);
    const changed = { rowNumber: 2, cells: { ...first?.cells, nameEn: 'Somebody Else' } };
    const reader = staffWith([reveal.name]);
    await expect(runImport(server.deps, reader, importer, 'x', [changed])).rejects.toMatchObject({
      kind: { code: 'access/forbidden' },
    });
  });

  test('write changed cells: a number, a telephone, a verification, and nothing else', async () => {
    const importer = find('parties');
    const rows = await exportRows(importer);
    const index = rows.findIndex(({ cells }) => cells['partyNo'] === 'P0025');
    const cells = {
      ...rows[index]?.cells,
      phone: '15400090025',
      email: 'new@example.com',
      verification: 'window',
    };
    const outcome = await runImport(server.deps, keeper, importer, 'one', [
      { rowNumber: 2, cells },
    ]);
    expect(outcome).toMatchObject({ created: 0, updated: 1 });
    const after = await exportRows(importer);
    expect(after.find((row) => row.cells['partyNo'] === 'P0025')?.cells).toEqual(cells);
    await runImport(server.deps, keeper, importer, 'back', rows);
    expect(await exportRows(importer)).toEqual(rows);
  });

  test('name every bad cell: number, kind, sex, held by another, unknown party, unknown department', async () => {
    const rows = await exportRows(find('parties'));
    const [one, other] = rows
      .map(({ cells }) => cells)
      .filter((cells) => cells['identifierKind'] === '111');
    if (one === undefined || other === undefined) throw new Error('no rows');
    const plan = await planImport(database.db, keeper.centreId, find('parties'), [
      { rowNumber: 2, cells: { ...one, identifierNumber: '310199199001011234' } },
      { rowNumber: 3, cells: { ...one, identifierKind: 'uscc' } },
      { rowNumber: 4, cells: { ...other, identifierNumber: one['identifierNumber'] ?? '' } },
    ]);
    const places = plan.faults.map(({ row, field }) => `${row} ${field}`);
    const twice = { ...other, partyNo: 'P9000' };
    const held = await planImport(database.db, keeper.centreId, find('parties'), [
      { rowNumber: 2, cells: twice },
    ]);
    expect(held.faults.map(({ row, field }) => `${row} ${field}`)).toEqual(['2 identifierNumber']);
    for (const place of ['2 identifierNumber', '3 identifierKind']) expect(places).toContain(place);
    expect(places.some((place) => place.startsWith('4 '))).toBe(true);
    const mandates = await exportRows(find('representatives'));
    const cells = mandates[0]?.cells ?? {};
    const bad = await planImport(database.db, keeper.centreId, find('representatives'), [
      { rowNumber: 2, cells: { ...cells, principalNo: 'P9999' } },
      { rowNumber: 3, cells: { ...cells, scope: 'department:nowhere' } },
      { rowNumber: 4, cells: { ...cells, representativeNo: 'O0002' } },
    ]);
    expect(bad.faults.map(({ row, field }) => `${row} ${field}`)).toEqual(
      expect.arrayContaining(['2 principalNo', '3 scope', '4 representativeNo']),
    );
  });

  test('bring ten planted duplicates, and the finder names every one of them', async () => {
    const planted = await readRows('parties/duplicates.csv');
    const { body } = await server.send(keeper, routes.listDuplicates, { query: { limit: 200 } });
    const found = new Set(
      body.items.map(({ one, other }) => [one.partyNo, other.partyNo].toSorted().join(' ')),
    );
    for (const { partyNo = '', duplicateOf = '' } of planted)
      expect(found).toContain([partyNo, duplicateOf].toSorted().join(' '));
    expect(body.items[0]?.score).toBeGreaterThan(90);
    expect(body.items[0]?.reasons).toContain('temporary-card');
  });
});
