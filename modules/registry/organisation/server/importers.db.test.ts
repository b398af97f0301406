import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { fixedClock } from '#kernel/clock/clock.ts';
import { type Importer, toCell } from '#kernel/imports/importer.ts';
import { planImport, type RawRow } from '#kernel/imports/plan.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { staffWith } from '#test/support/actors.ts';
import { OTHER_CENTRE, openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { permissions } from '../contract.ts';
import { loadDirectory } from './directory.ts';
import { createImporters } from './importers.ts';

const FOLDER = new URL('../../../../centres/songjiang/organisation/', import.meta.url);
const clock = fixedClock('2026-01-20T02:00:00Z');
const manager = staffWith([permissions.manage.name]);
const importers = createImporters(clock);

const find = (kind: string): Importer => {
  const importer = importers.find(({ name }) => name === `organisation.${kind}`);
  if (importer === undefined) throw new Error(`No importer ${kind}`);
  return importer;
};

const toRaw = (records: ReadonlyArray<Record<string, string>>): RawRow[] =>
  records.map((cells, index) => ({ rowNumber: index + 2, cells }));

async function readSheet(importer: Importer): Promise<RawRow[]> {
  const file = await readFile(new URL(`${importer.name.split('.')[1]}.csv`, FOLDER), 'utf8');
  return toRaw(parse(file, { columns: true }));
}

describe('sheets of the organisation', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    for (const importer of importers)
      await runImport(
        { database, clock },
        manager,
        importer,
        'songjiang',
        await readSheet(importer),
      );
  });
  afterAll(() => database.drop());

  const exportRows = async (importer: Importer) => {
    const rows = await importer.listCurrent(database.db, manager.centreId);
    return toRaw(
      rows.map((row) =>
        Object.fromEntries(importer.fields.map(({ key }) => [key, toCell(row[key])])),
      ),
    );
  };
  const planOf = (kind: string, ...cells: Array<Record<string, string>>) =>
    planImport(database.db, manager.centreId, find(kind), toRaw(cells));

  test('brings the whole centre in: 97 windows of the hall, 44 departments, 7 offices, 17 towns', async () => {
    const { sites, windows, departments, offices } = await loadDirectory(
      database.db,
      manager.centreId,
    );
    const hall = sites.byCode.get('district-hall')?.id;
    expect(windows.all.filter((window) => window.siteId === hall)).toHaveLength(97);
    expect(departments.all).toHaveLength(44);
    expect(offices.all).toHaveLength(7);
    expect(sites.all.filter((site) => site.kind === 'town')).toHaveLength(17);
  });

  test.each(importers.map((importer) => [importer.name, importer] as const))(
    '%s: what was exported imports again with nothing changed',
    async (_name, importer) => {
      const exported = await exportRows(importer);
      expect(exported).toHaveLength((await readSheet(importer)).length);
      for (const rows of [exported, await readSheet(importer)]) {
        const plan = await planImport(database.db, manager.centreId, importer, rows);
        expect(plan.faults).toEqual([]);
        expect(plan.described).toEqual([]);
      }
    },
  );

  test('shows nothing of it to another centre', async () => {
    for (const importer of importers)
      expect(await importer.listCurrent(database.db, OTHER_CENTRE)).toEqual([]);
  });

  test('writes the change of one cell, keeps the rest, and tells of it', async () => {
    const importer = find('windows');
    const rows = await exportRows(importer);
    const first = rows[0];
    if (first === undefined) throw new Error('no window');
    const changed = {
      ...first,
      cells: { ...first.cells, departmentCodes: 'tax', nameEn: 'Renamed' },
    };
    const outcome = await runImport({ database, clock }, manager, importer, 'one cell', [
      changed,
      ...rows.slice(1),
    ]);
    expect(outcome).toEqual({ created: 0, updated: 1, unchanged: rows.length - 1 });
    expect((await exportRows(importer))[0]?.cells).toEqual(changed.cells);
    const { rows: told } = await database.pool.query(
      `SELECT 1 FROM kernel.outbox WHERE name = 'organisation.window-changed'
         AND payload->>'act' = 'changed'`,
    );
    expect(told).toHaveLength(1);
    await runImport({ database, clock }, manager, importer, 'back', rows);
  });

  test('names every cell that refers to something unknown or elsewhere', async () => {
    const window = (await exportRows(find('windows')))[0]?.cells ?? {};
    const plan = await planOf(
      'windows',
      { ...window, siteCode: 'nowhere' },
      { ...window, number: '500', zoneCode: 'yueyang-hall', departmentCodes: 'tax|no-such' },
    );
    expect(plan.faults.map(({ row, field }) => `${row} ${field}`)).toEqual(
      expect.arrayContaining(['2 siteCode', '3 departmentCodes', '3 zoneCode']),
    );
  });

  test('refuses hours that overlap, end before they begin, or a made-open day without a weekday', async () => {
    const hours = {
      siteCode: 'district-hall',
      zoneCode: '',
      weekday: '1',
      onClosedDays: 'false',
      validFrom: '2026-03-01',
      validTo: '',
    };
    const plan = await planOf(
      'opening-hours',
      { ...hours, opens: '08:00', closes: '10:00' },
      { ...hours, opens: '12:30', closes: '12:00' },
    );
    expect(plan.faults.map(({ row, field }) => `${row} ${field}`)).toEqual(['2 opens', '3 closes']);
    const day = { siteCode: '', date: '2026-02-28', nameZh: '调休', nameEn: 'Make-up', source: '' };
    const days = await planOf('closed-days', { ...day, kind: 'open', likeWeekday: '' });
    expect(days.faults.map(({ field }) => field)).toEqual(['likeWeekday']);
  });
});
