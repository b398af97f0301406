import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { cellDay, cellOptional, cellText } from '#kernel/imports/cells.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { cellFault, unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';

import { LeaveKind, LeaveStatus, permissions } from '../../contract.ts';
import type { StaffDeps } from '../deps.ts';
import { leaveChanged } from '../events.ts';
import { allRows, lockAllRows, saveRows } from '../repository-rows.ts';
import type { LeaveRow } from '../tables.ts';
import { createVault } from '../vault.ts';
import { cellIn } from './cells.ts';
import { found, loadPeople, nouns, type Numbered, type People } from './references.ts';

const isDecided = (status: string) => status === 'approved' || status === 'refused';

const Row = z
  .object({
    employeeNo: cellText(32),
    kind: cellIn(LeaveKind.options),
    startsOn: cellDay,
    endsOn: cellDay,
    status: cellIn(LeaveStatus.options),
    approvedBy: cellOptional(32),
    reason: cellOptional(200),
  })
  .refine((row) => row.startsOn <= row.endsOn, {
    path: ['endsOn'],
    message: '结束日期不能早于开始日期｜It cannot end before it begins',
  })
  .refine((row) => !isDecided(row.status) || row.approvedBy !== '', {
    path: ['approvedBy'],
    message: '已批准或未批准的请假要填审批人｜A decided leave names who decided',
  })
  .refine((row) => row.approvedBy !== row.employeeNo, {
    path: ['approvedBy'],
    message: '不能审批本人的请假｜Nobody decides their own leave',
  });
type Row = z.infer<typeof Row>;

const fields = [
  field('employeeNo', '工号', 'Employee number', { isKey: true }),
  field('kind', '假别', 'Kind', {
    noteZh:
      'annual 年休假、sick 病假、personal 事假、marriage 婚假、maternity 产假、training 培训、official 公务外出',
    noteEn: 'annual, sick, personal, marriage, maternity, training or official',
  }),
  field('startsOn', '自', 'From', { isKey: true }),
  field('endsOn', '至', 'To'),
  field('status', '状态', 'Status', {
    noteZh: 'requested 待审批、approved 已批准、refused 未批准、cancelled 已撤销',
    noteEn: 'requested, approved, refused or cancelled',
  }),
  field('approvedBy', '审批人工号', 'Decided by'),
  field('reason', '事由', 'Reason'),
];

async function listCurrent(deps: StaffDeps, db: Db, centreId: number): Promise<Row[]> {
  const vault = createVault(deps.cipher, centreId);
  const [rows, people] = await Promise.all([
    allRows(db, 'staff.leave', centreId, ['requested_at', 'leave_id']),
    loadPeople(db, centreId),
  ]);
  return rows.map((row) => ({
    employeeNo: people.byId.get(row.person_id)?.employee_no ?? '',
    kind: row.kind,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    status: row.status,
    approvedBy: people.byId.get(row.decided_by ?? '')?.employee_no ?? '',
    reason: vault.openReason(row),
  }));
}

async function checkRows(
  db: Db,
  centreId: number,
  rows: ReadonlyArray<Numbered<Row>>,
): Promise<CellFault[]> {
  const people = await loadPeople(db, centreId);
  const live = rows.filter(({ row }) => row.status === 'requested' || row.status === 'approved');
  const overlapping = live.flatMap(({ rowNumber, row }, index) => {
    const other = live
      .slice(0, index)
      .find(
        ({ row: earlier }) =>
          earlier.employeeNo === row.employeeNo &&
          earlier.startsOn <= row.endsOn &&
          row.startsOn <= earlier.endsOn,
      );
    if (other === undefined) return [];
    return [
      cellFault(rowNumber, 'startsOn', row.startsOn, {
        'zh-CN': `与第${other.rowNumber}行的请假重叠`,
        en: `Overlaps the leave of row ${other.rowNumber}`,
      }),
    ];
  });
  return [
    ...unknownReferences(rows, 'employeeNo', people.byNo, nouns.person),
    ...unknownReferences(rows, 'approvedBy', people.byNo, nouns.person),
    ...overlapping,
  ];
}

function toHistory(row: Row, before: LeaveRow | undefined, people: People, now: Date) {
  const approver = row.approvedBy === '' ? undefined : found(people.byNo, row.approvedBy);
  return {
    requested_at: before?.requested_at ?? now,
    decided_by: approver?.person_id ?? null,
    decided_by_name: approver?.name_zh ?? '',
    decided_at: row.status === 'requested' ? null : (before?.decided_at ?? now),
    decision_note: before?.decision_note ?? '',
    version: (before?.version ?? 0) + 1,
  };
}

async function write(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<void> {
  const { centreId } = actor;
  const now = deps.clock.now();
  const vault = createVault(deps.cipher, centreId);
  const [people, recorded] = await Promise.all([
    loadPeople(tx, centreId),
    lockAllRows(tx, 'staff.leave', centreId),
  ]);
  const known = new Map(recorded.map((row) => [`${row.person_id} ${row.starts_on}`, row]));
  const rows = changes.map(({ after }) => {
    const person = found(people.byNo, after.employeeNo);
    const before = known.get(`${person.person_id} ${after.startsOn}`);
    const leaveId = before?.leave_id ?? newId();
    const row: LeaveRow = {
      centre_id: centreId,
      leave_id: leaveId,
      person_id: person.person_id,
      kind: after.kind,
      starts_on: after.startsOn,
      ends_on: after.endsOn,
      status: after.status,
      reason_sealed: vault.sealReason(leaveId, after.reason),
      ...toHistory(after, before, people, now),
    };
    leaveChanged(tx, deps.clock, actor, row, person);
    return row;
  });
  saveRows(tx, 'staff.leave', rows);
}

/** 请假 as a sheet. */
export const leaveImporter = (deps: StaffDeps): Importer =>
  defineImporter<Row>({
    name: 'staff.leave',
    title: { 'zh-CN': '请假', en: 'Leave' },
    permission: permissions.approveLeave,
    fields,
    row: Row,
    listCurrent: (db, centreId) => listCurrent(deps, db, centreId),
    checkRows: (db, centreId, rows) => checkRows(db, centreId, rows),
    write: (tx, actor, changes) => write(deps, tx, actor, changes),
  });
