import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { cellDay, cellOptional, cellText } from '#kernel/imports/cells.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { cellFault, unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import { permissions } from '../../contract.ts';
import type { StaffDeps } from '../deps.ts';
import { rosterChanged } from '../events.ts';
import { allRows, lockAllRows, saveRows } from '../repository-rows.ts';
import { type Duty, findDutyConflicts } from '../rules-roster.ts';
import type { RosterRow } from '../tables.ts';
import { cellCode, cellWindowNumber } from './cells.ts';
import { found, loadPeople, nouns, type Numbered } from './references.ts';

const Row = z.object({
  date: cellDay,
  employeeNo: cellText(32),
  shiftCode: cellText(64),
  siteCode: cellCode,
  zoneCode: cellOptional(64),
  windowNumber: cellWindowNumber,
});
type Row = z.infer<typeof Row>;

const fields = [
  field('date', '日期', 'Date', { isKey: true }),
  field('employeeNo', '工号', 'Employee number', { isKey: true }),
  field('shiftCode', '班次代码', 'Shift code', { isKey: true }),
  field('siteCode', '服务点代码', 'Site code'),
  field('zoneCode', '分区代码', 'Zone code'),
  field('windowNumber', '窗口号', 'Window'),
];

const windowKey = (row: Row) =>
  row.windowNumber === '' ? '' : `${row.siteCode}/${row.windowNumber}`;
const rowKey = (row: Row) => `${row.date} ${row.employeeNo} ${row.shiftCode}`;

async function listCurrent(deps: StaffDeps, db: Db, centreId: number): Promise<Row[]> {
  const [rows, directory, people] = await Promise.all([
    allRows(db, 'staff.roster_entry', centreId, ['day', 'entry_id']),
    deps.organisation.loadDirectory(db, centreId),
    loadPeople(db, centreId),
  ]);
  return rows.map((row) => ({
    date: row.day,
    employeeNo: people.byId.get(row.person_id)?.employee_no ?? '',
    shiftCode: row.shift_code,
    siteCode: directory.sites.byId.get(row.site_id)?.code ?? '',
    zoneCode: directory.zones.byId.get(row.zone_id ?? '')?.code ?? '',
    windowNumber: String(directory.windows.byId.get(row.window_id ?? '')?.number ?? ''),
  }));
}

async function checkRows(
  deps: StaffDeps,
  db: Db,
  centreId: number,
  rows: ReadonlyArray<Numbered<Row>>,
): Promise<CellFault[]> {
  const [directory, people, shifts, current, leave] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    loadPeople(db, centreId),
    allRows(db, 'staff.shift', centreId, ['code']),
    listCurrent(deps, db, centreId),
    allRows(db, 'staff.leave', centreId, ['starts_on']),
  ]);
  const keyed = rows.map(({ rowNumber, row }) => ({
    rowNumber,
    row: { ...row, windowNumber: windowKey(row) },
  }));
  const hours = new Map(shifts.map((shift) => [shift.code, shift]));
  const toDuty = (row: Row): Duty => ({
    personId: people.byNo.get(row.employeeNo)?.person_id ?? row.employeeNo,
    day: row.date,
    shiftCode: row.shiftCode,
    starts: hours.get(row.shiftCode)?.starts ?? '',
    ends: hours.get(row.shiftCode)?.ends ?? '',
  });
  const after = new Map(current.map((row) => [rowKey(row), row]));
  for (const { row } of rows) after.set(rowKey(row), row);
  const conflicts = findDutyConflicts([...after.values()].map(toDuty), {
    absences: leave.map((one) => ({
      personId: one.person_id,
      status: one.status,
      startsOn: one.starts_on,
      endsOn: one.ends_on,
    })),
    // Whoever works on a closed day stands in the sheet on purpose.
    isOpen: () => true,
    hasLeft: (personId, day) => (people.byId.get(personId)?.left_on ?? '9999-12-31') < day,
  });
  return [
    ...unknownReferences(rows, 'employeeNo', people.byNo, nouns.person),
    ...unknownReferences(rows, 'shiftCode', hours, nouns.shift),
    ...unknownReferences(rows, 'siteCode', directory.sites.byCode, nouns.site),
    ...unknownReferences(rows, 'zoneCode', directory.zones.byCode, nouns.zone),
    ...unknownReferences(keyed, 'windowNumber', directory.windows.byCode, nouns.window),
    ...zonesElsewhere(rows, directory),
    ...rows.flatMap(({ rowNumber, row }) => {
      const duty = toDuty(row);
      const conflict = conflicts.find(
        ({ duty: one }) =>
          one.personId === duty.personId &&
          one.day === duty.day &&
          one.shiftCode === duty.shiftCode,
      );
      if (conflict === undefined) return [];
      return [cellFault(rowNumber, 'shiftCode', row.shiftCode, CONFLICT_WORDS[conflict.kind])];
    }),
  ];
}

const CONFLICT_WORDS = {
  'two-shifts': {
    'zh-CN': '与当天的另一班次时间重叠',
    en: 'At the same time as another shift of that day',
  },
  'on-leave': { 'zh-CN': '当天已批准请假', en: 'On approved leave that day' },
  'closed-day': { 'zh-CN': '当天闭厅', en: 'Closed that day' },
  'has-left': { 'zh-CN': '当天已离岗', en: 'Left the centre before that day' },
} as const;

function zonesElsewhere(rows: ReadonlyArray<Numbered<Row>>, directory: Directory): CellFault[] {
  return rows.flatMap(({ rowNumber, row }) => {
    const zone = directory.zones.byCode.get(row.zoneCode);
    const site = directory.sites.byCode.get(row.siteCode);
    if (zone === undefined || zone.siteId === site?.id) return [];
    return [
      cellFault(rowNumber, 'zoneCode', row.zoneCode, {
        'zh-CN': '该分区不在这个服务点',
        en: 'This zone is at another site',
      }),
    ];
  });
}

async function write(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<void> {
  const { centreId } = actor;
  const [directory, people, recorded] = await Promise.all([
    deps.organisation.loadDirectory(tx, centreId),
    loadPeople(tx, centreId),
    lockAllRows(tx, 'staff.roster_entry', centreId),
  ]);
  const keyOf = (row: Pick<RosterRow, 'day' | 'person_id' | 'shift_code'>) =>
    `${row.day} ${row.person_id} ${row.shift_code}`;
  const known = new Map(recorded.map((row) => [keyOf(row), row]));
  const rows = changes.map(({ after }): RosterRow => {
    const key = {
      day: after.date,
      person_id: found(people.byNo, after.employeeNo).person_id,
      shift_code: after.shiftCode,
    };
    return {
      centre_id: centreId,
      entry_id: known.get(keyOf(key))?.entry_id ?? newId(),
      ...key,
      site_id: found(directory.sites.byCode, after.siteCode).id,
      zone_id: directory.zones.byCode.get(after.zoneCode)?.id ?? null,
      window_id: directory.windows.byCode.get(windowKey(after))?.id ?? null,
      updated_at: deps.clock.now(),
    };
  });
  saveRows(tx, 'staff.roster_entry', rows);
  for (const [siteId, ofSite] of Map.groupBy(rows, (row) => row.site_id)) {
    const days = ofSite.map((row) => row.day).toSorted();
    const [from = '', to = from] = [days[0], days.at(-1)];
    rosterChanged(tx, deps.clock, actor, {
      siteId,
      from,
      to,
      entries: ofSite.length,
      act: 'imported',
    });
  }
}

/** 排班 as a sheet. */
export const rosterImporter = (deps: StaffDeps): Importer =>
  defineImporter<Row>({
    name: 'staff.roster',
    title: { 'zh-CN': '排班', en: 'Roster' },
    permission: permissions.roster,
    fields,
    row: Row,
    listCurrent: (db, centreId) => listCurrent(deps, db, centreId),
    checkRows: (db, centreId, rows) => checkRows(deps, db, centreId, rows),
    write: (tx, actor, changes) => write(deps, tx, actor, changes),
  });
