import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { cellDay, cellOptional, cellOptionalDay, cellText } from '#kernel/imports/cells.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { cellFault, unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';

import { permissions } from '../../contract.ts';
import type { StaffDeps } from '../deps.ts';
import { stationingChanged } from '../events.ts';
import { allRows, lockAllRows, saveRows } from '../repository-rows.ts';
import { findStationingConflicts, type Stationing } from '../rules-stationing.ts';
import type { StationingRow } from '../tables.ts';
import { cellCode, cellWindowNumber } from './cells.ts';
import { found, loadPeople, nouns, type Numbered } from './references.ts';

const Row = z
  .object({
    siteCode: cellCode,
    windowNumber: cellWindowNumber.refine((text) => text !== '', {
      message: '必填｜Required',
    }),
    postA: cellText(32),
    postB: cellOptional(32),
    validFrom: cellDay,
    validTo: cellOptionalDay,
  })
  .refine((row) => row.postA !== row.postB, {
    path: ['postB'],
    message: 'A角与B角不能是同一人｜Post A and post B are two different people',
  })
  .refine((row) => row.validTo === '' || row.validFrom <= row.validTo, {
    path: ['validTo'],
    message: '结束日期不能早于开始日期｜It cannot end before it begins',
  });
type Row = z.infer<typeof Row>;

const fields = [
  field('siteCode', '服务点代码', 'Site code', { isKey: true }),
  field('windowNumber', '窗口号', 'Window', { isKey: true }),
  field('postA', 'A角工号', 'Post A', { noteZh: '工号', noteEn: 'Employee number' }),
  field('postB', 'B角工号', 'Post B'),
  field('validFrom', '自', 'From', { isKey: true }),
  field('validTo', '至', 'To', { noteZh: '含当日，可留空', noteEn: 'Inclusive; may be empty' }),
];

const windowKey = (row: Row) => `${row.siteCode}/${row.windowNumber}`;
const rowKey = (row: Row) => `${windowKey(row)} ${row.validFrom}`;

async function listCurrent(deps: StaffDeps, db: Db, centreId: number): Promise<Row[]> {
  const [rows, directory, people] = await Promise.all([
    allRows(db, 'staff.stationing', centreId, ['valid_from', 'stationing_id']),
    deps.organisation.loadDirectory(db, centreId),
    loadPeople(db, centreId),
  ]);
  const shown = rows.map((row) => {
    const window = directory.windows.byId.get(row.window_id);
    return {
      siteCode: directory.sites.byId.get(window?.siteId ?? '')?.code ?? '',
      windowNumber: String(window?.number ?? ''),
      postA: people.byId.get(row.person_a_id)?.employee_no ?? '',
      postB: people.byId.get(row.person_b_id ?? '')?.employee_no ?? '',
      validFrom: row.valid_from,
      validTo: row.valid_to ?? '',
    };
  });
  return shown.toSorted(
    (a, b) =>
      a.validFrom.localeCompare(b.validFrom) ||
      a.siteCode.localeCompare(b.siteCode) ||
      Number(a.windowNumber) - Number(b.windowNumber),
  );
}

/** The row as the rules see it, named by what its key is. */
const toStationing = (row: Row): Stationing => ({
  id: rowKey(row),
  windowId: windowKey(row),
  personAId: row.postA,
  personBId: row.postB === '' ? null : row.postB,
  validFrom: row.validFrom,
  validTo: row.validTo === '' ? null : row.validTo,
});

async function checkRows(
  deps: StaffDeps,
  db: Db,
  centreId: number,
  rows: ReadonlyArray<Numbered<Row>>,
): Promise<CellFault[]> {
  const [directory, people, current] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    loadPeople(db, centreId),
    listCurrent(deps, db, centreId),
  ]);
  const keyed = rows.map(({ rowNumber, row }) => ({
    rowNumber,
    row: { ...row, windowNumber: windowKey(row) },
  }));
  return [
    ...unknownReferences(keyed, 'windowNumber', directory.windows.byCode, nouns.window),
    ...unknownReferences(rows, 'postA', people.byNo, nouns.person),
    ...unknownReferences(rows, 'postB', people.byNo, nouns.person),
    ...findFaults(rows, current, await todayOf(deps, db, centreId)),
  ];
}

/** Faults of the present and the time to come; the past is recorded as it was. */
function findFaults(
  rows: ReadonlyArray<Numbered<Row>>,
  current: readonly Row[],
  today: Day,
): CellFault[] {
  const numbers = new Map(rows.map(({ rowNumber, row }) => [rowKey(row), rowNumber]));
  const after = new Map(current.map((row) => [rowKey(row), row]));
  for (const { row } of rows) after.set(rowKey(row), row);
  const present = [...after.values()].filter((row) => row.validTo === '' || row.validTo >= today);
  return findStationingConflicts(present.map(toStationing)).flatMap(({ kind, first, second }) => {
    const [shown, other] = numbers.has(second.id) ? [second, first] : [first, second];
    const rowNumber = numbers.get(shown.id);
    if (rowNumber === undefined) return [];
    return kind === 'window-taken'
      ? [
          cellFault(rowNumber, 'validFrom', shown.validFrom, {
            'zh-CN': `窗口 ${other.windowId} 自 ${other.validFrom} 起已安排AB角，日期重叠`,
            en: `Window ${other.windowId} is staffed from ${other.validFrom}; the days overlap`,
          }),
        ]
      : [
          cellFault(rowNumber, 'postA', shown.personAId, {
            'zh-CN': `同一时期已是窗口 ${other.windowId} 的A角`,
            en: `Holds post A of window ${other.windowId} at the same time`,
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
    lockAllRows(tx, 'staff.stationing', centreId),
  ]);
  const known = new Map(recorded.map((row) => [`${row.window_id} ${row.valid_from}`, row]));
  const rows = changes.map(({ after }) => {
    const windowId = found(directory.windows.byCode, windowKey(after)).id;
    const before = known.get(`${windowId} ${after.validFrom}`);
    const row: StationingRow = {
      centre_id: centreId,
      stationing_id: before?.stationing_id ?? newId(),
      window_id: windowId,
      person_a_id: found(people.byNo, after.postA).person_id,
      person_b_id: after.postB === '' ? null : found(people.byNo, after.postB).person_id,
      valid_from: after.validFrom,
      valid_to: after.validTo === '' ? null : after.validTo,
      version: (before?.version ?? 0) + 1,
      updated_at: deps.clock.now(),
    };
    stationingChanged(tx, deps.clock, actor, row, before ? 'changed' : 'assigned');
    return row;
  });
  saveRows(tx, 'staff.stationing', rows);
}

/** 窗口岗位AB角 as a sheet, with its history. */
export const stationingImporter = (deps: StaffDeps): Importer =>
  defineImporter<Row>({
    name: 'staff.stationing',
    title: { 'zh-CN': '窗口岗位AB角', en: 'Stationing at windows' },
    permission: permissions.assign,
    fields,
    row: Row,
    listCurrent: (db, centreId) => listCurrent(deps, db, centreId),
    checkRows: (db, centreId, rows) => checkRows(deps, db, centreId, rows),
    write: (tx, actor, changes) => write(deps, tx, actor, changes),
  });
