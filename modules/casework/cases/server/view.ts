import type { Db } from '#kernel/db/types.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';
import type { PartySummary } from '#modules/registry/parties/contract.ts';

import type { ActResult, CasePaper, CaseSummary, CurrentDue, Receipt, Stage } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { placesOf } from './places.ts';
import type { Around } from './rules/around.ts';
import { stageOfFile } from './rules/case-file.ts';
import type { CaseRow, PaperRow } from './tables.ts';

/** A day no limit reaches: nothing is due. */
export const NEVER = '9999-12-31';

type Counting = Pick<Around, 'calendar' | 'today'>;

const LIMIT_OF: Readonly<Record<Stage, CurrentDue['limit']>> = {
  notice: 'notice',
  applicant: 'correction',
  decision: 'promised',
  issue: 'issue',
  none: 'promised',
};

/** What is due in a case, counted from today. */
export function toDue(row: CaseRow, { calendar, today }: Counting): CurrentDue | null {
  if (row.due_on === NEVER) return null;
  const limit = LIMIT_OF[stageOfFile(row.body)];
  return {
    limit,
    dueOn: row.due_on,
    remainingDays: calendar.countWorkingDays(today, row.due_on),
    provisional: row.is_provisional,
  };
}

export function toActResult(row: CaseRow, counting: Counting): ActResult {
  return {
    id: row.case_id,
    caseNo: row.case_no,
    state: row.state,
    version: row.version,
    light: row.light,
    due: toDue(row, counting),
  };
}

export function toReceipt(
  row: CaseRow,
  counting: Counting,
  children: readonly CaseRow[] = [],
): Receipt {
  return {
    ...toActResult(row, counting),
    queryCode: row.query_code,
    receivedAt: row.body.receivedAt,
    noticeDueOn: row.notice_due_on,
    promisedDueOn: row.promised_due_on,
    children: children.map((child) => ({
      id: child.case_id,
      caseNo: child.case_no,
      matterName: child.body.matterName,
    })),
  };
}

export interface Surroundings {
  readonly directory: Directory;
  readonly applicants: ReadonlyMap<string, PartySummary>;
  readonly counting: Counting;
}

/** Names and masked applicants for a page of cases, in one round. */
export async function loadSurroundings(
  deps: CasesDeps,
  db: Db,
  centreId: number,
  rows: readonly CaseRow[],
  counting: Counting,
): Promise<Surroundings> {
  const partyIds = [...new Set(rows.map((row) => row.party_id))];
  const [directory, applicants] = await Promise.all([
    placesOf(deps).directory(db, centreId),
    deps.parties.findPartySummaries(db, centreId, partyIds),
  ]);
  return { directory, applicants, counting };
}

export function toSummary(row: CaseRow, around: Surroundings): CaseSummary {
  const { body } = row;
  const department = around.directory.departments.byId.get(row.department_id ?? '');
  return {
    id: row.case_id,
    caseNo: row.case_no,
    state: row.state,
    light: row.light,
    isStopped: row.state === 'special',
    matterId: row.matter_id,
    taskCode: body.taskCode,
    matterName: body.matterName,
    itemKey: body.itemKey,
    itemName: body.itemName,
    projectType: body.projectType,
    channel: body.channel,
    applicant: around.applicants.get(row.party_id) ?? null,
    department:
      department === undefined
        ? null
        : {
            id: department.id,
            code: department.code,
            nameZh: department.nameZh,
            nameEn: department.nameEn,
          },
    windowId: row.window_id,
    handler: body.handler,
    acceptMode: body.acceptMode,
    outcome: body.outcome,
    parentId: row.parent_id,
    isJoint: body.kind !== 'single',
    submittedAt: body.submittedAt,
    receivedAt: body.receivedAt,
    acceptedOn: body.facts.acceptedOn,
    promisedDueOn: row.promised_due_on,
    statutoryDueOn: row.statutory_due_on,
    due: toDue(row, around.counting),
    version: row.version,
    updatedAt: body.updatedAt,
    updatedByName: body.updatedByName,
  };
}

export function toPaper(row: PaperRow): CasePaper {
  return {
    key: row.key,
    name: row.name,
    need: row.need,
    isMain: row.is_main,
    isDeferrable: row.is_deferrable,
    state: row.state,
    source: row.source,
    trust: row.trust,
    fileIds: row.file_ids,
    originals: row.originals,
    copies: row.copies,
    licenceId: row.licence_id,
    fromCaseId: row.from_case_id,
    note: row.note,
  };
}
