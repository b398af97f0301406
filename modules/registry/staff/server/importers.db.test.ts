import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { toCell } from '#kernel/imports/importer.ts';
import { planImport } from '#kernel/imports/plan.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { staffWith } from '#test/support/actors.ts';
import { OTHER_CENTRE, TEST_CENTRE } from '#test/support/database.ts';

import { permissions, problems } from '../contract.ts';
import { loadSongjiang, openStaffWorld, readSheet, type StaffWorld } from './staff.fixture.ts';

const SHEETS = ['posts', 'staff', 'stationing', 'shifts', 'roster', 'leave'];

describe('sheets of the staff', () => {
  let world: StaffWorld;
  beforeAll(async () => {
    world = await openStaffWorld();
    await loadSongjiang(world);
  }, 60_000);
  afterAll(() => world.close());

  const exported = async (kind: string) => {
    const importer = world.find(`staff.${kind}`);
    const rows = await importer.listCurrent(world.database.db, TEST_CENTRE);
    return rows.map((row, index) => ({
      rowNumber: index + 2,
      cells: Object.fromEntries(importer.fields.map(({ key }) => [key, toCell(row[key])])),
    }));
  };
  const plan = (kind: string, rows: Parameters<typeof planImport>[3]) =>
    planImport(world.database.db, TEST_CENTRE, world.find(`staff.${kind}`), rows);
  const count = async (sql: string) =>
    Number((await world.database.pool.query<{ n: string }>(sql)).rows[0]?.n);
  const person = async (employeeNo: string) => {
    const row = (await exported('staff')).find(({ cells }) => cells['employeeNo'] === employeeNo);
    if (row === undefined) throw new Error(`Nobody has the number ${employeeNo}`);
    return row.cells;
  };
  const faultsOf = async (kind: string, ...cells: Array<Record<string, string>>) => {
    const rows = cells.map((one, index) => ({ rowNumber: index + 2, cells: one }));
    const { faults } = await plan(kind, rows);
    return faults.map(({ row, field }) => `${row} ${field}`);
  };

  test('brings in 575 people with their accounts and roles, in seconds', async () => {
    expect(await count('SELECT count(*) n FROM staff.person')).toBe(575);
    expect(
      await count(
        "SELECT count(*) n FROM kernel.account WHERE kind = 'staff' AND is_demonstration",
      ),
    ).toBe(575);
    expect(await count('SELECT count(*) n FROM kernel.role_grant')).toBe(
      await count('SELECT count(*) n FROM staff.person_role'),
    );
    expect(await count("SELECT count(*) n FROM staff.person WHERE employment = 'contract'")).toBe(
      75,
    );
  });

  test.each(SHEETS)('%s: what was exported imports again with nothing changed', async (kind) => {
    const file = await readSheet(`staff.${kind}`);
    const rows = await exported(kind);
    expect(rows).toHaveLength(file.length);
    for (const sheet of [rows, file]) {
      const { faults, described } = await plan(kind, sheet);
      expect(faults).toEqual([]);
      expect(described).toEqual([]);
    }
  });

  test.each(SHEETS)('%s: shows nothing to another centre', async (kind) => {
    expect(await world.find(`staff.${kind}`).listCurrent(world.database.db, OTHER_CENTRE)).toEqual(
      [],
    );
  });

  test('keeps mobiles, mails and reasons of leave sealed, and out of events and audit', async () => {
    const all = await world.database.pool.query(
      `SELECT row_to_json(p)::text t FROM staff.person p
       UNION ALL SELECT row_to_json(l)::text FROM staff.leave l
       UNION ALL SELECT row_to_json(o)::text FROM kernel.outbox o
       UNION ALL SELECT row_to_json(a)::text FROM kernel.audit_entry a`,
    );
    const text = all.rows.map((row: { t: string }) => row.t).join('\n');
    expect(text).not.toMatch(/1540001\d{4}|@songjiang\.example|感冒发热/);
  });

  test('names every cell that refers to something unknown', async () => {
    const someone = await person('SJ2001');
    expect(
      await faultsOf('staff', {
        ...someone,
        officeCode: 'nowhere',
        postCode: 'king',
        mobile: '123',
        roles: 'window-clerk@window:district-hall/9999',
      }),
    ).toEqual(['2 mobile']);
    expect(
      await faultsOf('staff', {
        ...someone,
        officeCode: 'nowhere',
        postCode: 'king',
        roles: 'window-clerk@window:district-hall/9999',
      }),
    ).toEqual(['2 officeCode', '2 postCode', '2 roles']);
  });

  test('says in the cell that the three administrators stay apart', async () => {
    const someone = await person('SJ1011');
    const { faults } = await plan('staff', [
      { rowNumber: 2, cells: { ...someone, roles: 'system-admin@centre|audit-admin@centre' } },
      {
        rowNumber: 3,
        cells: { ...(await person('SJ1012')), roles: 'security-admin@centre|finance@centre' },
      },
    ]);
    expect(faults.map(({ row, field }) => `${row} ${field}`)).toEqual(['2 roles', '3 roles']);
    expect(faults[0]?.reason['zh-CN']).toContain('必须分立');
  });

  test('lets nobody but the loading of a centre give roles by a sheet', async () => {
    const someone = await person('SJ2001');
    const importing = runImport(
      world,
      staffWith([permissions.exchange.name]),
      world.find('staff.staff'),
      'more power',
      [{ rowNumber: 2, cells: { ...someone, roles: `${someone['roles']}|hr-manager@centre` } }],
    );
    await expect(importing).rejects.toMatchObject({ kind: problems.rolesBySecurity });
  });

  test('refuses a second A window at the same time, two pairs at one window, and A as own B', async () => {
    const row = {
      siteCode: 'district-hall',
      postA: 'SJ2001',
      postB: '',
      validFrom: '2026-12-01',
      validTo: '',
    };
    expect(await faultsOf('stationing', { ...row, windowNumber: '2' })).toEqual(
      ['2 postA', '2 validFrom'].toSorted((a, b) => b.localeCompare(a)),
    );
    expect(await faultsOf('stationing', { ...row, windowNumber: '2', postB: 'SJ2001' })).toEqual([
      '2 postB',
    ]);
  });

  test('refuses a shift at the same time as another, and on approved leave', async () => {
    const row = { siteCode: 'district-hall', zoneCode: '', windowNumber: '' };
    expect(
      await faultsOf(
        'roster',
        { ...row, date: '2026-11-23', employeeNo: 'SJ2001', shiftCode: 'leader' },
        { ...row, date: '2026-11-25', employeeNo: 'SJ2017', shiftCode: 'weekday' },
      ),
    ).toEqual(['2 shiftCode', '3 shiftCode']);
  });

  test('refuses a leave that somebody approved for themself', async () => {
    const row = { employeeNo: 'SJ2001', kind: 'annual', endsOn: '2027-02-02', reason: '' };
    expect(
      await faultsOf('leave', {
        ...row,
        startsOn: '2027-02-01',
        status: 'approved',
        approvedBy: 'SJ2001',
      }),
    ).toEqual(['2 approvedBy']);
  });
});
