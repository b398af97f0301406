import type { WorkingCalendar } from '#kernel/calendar/working-days.ts';
import type { Day } from '#kernel/clock/day.ts';

import { type CaseSettings, type Deadlines, isClosed } from '../contract.ts';
import { type CaseEntry, type CaseFile, stageOfFile } from './rules/case-file.ts';
import { computeDeadlines } from './rules/deadlines.ts';
import type { CaseRow, EventRow } from './tables.ts';
import { NEVER } from './view.ts';

/** What the columns of time follow from beside the case itself. */
export interface Counting {
  readonly calendar: WorkingCalendar;
  readonly settings: CaseSettings;
  readonly today: Day;
}

export const deadlinesOf = (file: CaseFile, { calendar, settings, today }: Counting): Deadlines =>
  computeDeadlines(
    { facts: file.facts, terms: file.terms, stage: stageOfFile(file) },
    calendar,
    today,
    settings,
  );

/** The row of a case: everything follows from the case, the calendar and the day. */
export function toRow(centreId: number, file: CaseFile, counting: Counting): CaseRow {
  const deadlines = deadlinesOf(file, counting);
  const dueOf = (name: string) =>
    deadlines.limits.find((limit) => limit.name === name)?.dueOn ?? null;
  const isCorrecting = stageOfFile(file) === 'applicant';
  return {
    centre_id: centreId,
    case_id: file.id,
    case_no: file.caseNo,
    query_code: file.queryCode,
    state: file.state,
    is_open: !isClosed(file.state),
    department_id: file.departmentId,
    site_id: file.siteId,
    window_id: file.windowId,
    handler_id: file.handler?.id ?? null,
    matter_id: file.matterId,
    party_id: file.partyId,
    channel: file.channel,
    parent_id: file.parentId,
    light: deadlines.light,
    due_on:
      (isCorrecting ? file.facts.correctionDueOn : (deadlines.current?.dueOn ?? null)) ?? NEVER,
    notice_due_on: dueOf('notice'),
    promised_due_on: dueOf('promised'),
    statutory_due_on: dueOf('statutory'),
    issue_due_on: dueOf('issue'),
    is_provisional: deadlines.current?.provisional ?? false,
    correction_due_on: file.facts.correctionDueOn,
    supplement_due_on: file.supplementDueOn,
    inspect_by: file.promise?.inspectBy ?? null,
    submitted_at: new Date(file.submittedAt),
    updated_at: new Date(file.updatedAt),
    version: file.version,
    body: file,
  };
}

export function toEventRow(centreId: number, caseId: string, entry: CaseEntry): EventRow {
  return {
    centre_id: centreId,
    case_id: caseId,
    seq: entry.seq,
    at: new Date(entry.at),
    act: entry.act,
    by_kind: entry.byKind,
    by_id: entry.byId,
    by_name: entry.byName,
    from_state: entry.from,
    to_state: entry.to,
    changes: entry.changes,
    note: entry.note,
    is_public: entry.isPublic,
    detail: entry.detail,
  };
}

export function toEntry(row: EventRow): CaseEntry {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    act: row.act,
    byKind: row.by_kind,
    byId: row.by_id,
    byName: row.by_name,
    from: row.from_state,
    to: row.to_state,
    changes: row.changes,
    note: row.note,
    isPublic: row.is_public,
    detail: row.detail,
  };
}
