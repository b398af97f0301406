import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { type Act, events } from '../contract.ts';
import type { ComplaintRow, ScoreRow } from './tables.ts';

export interface Telling {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly actor: Actor;
}

const aboutOf = (row: ComplaintRow) => ({
  complaintId: row.complaint_id,
  kind: row.kind,
  departmentId: row.department_id,
  windowId: row.target_window_id,
  personId: row.target_person_id,
  caseId: row.case_id,
  state: row.state,
  version: row.version,
});

const subjectOf = (id: string) => ({ kind: 'complaints.complaint', id });

export function complaintReceived({ tx, clock, actor }: Telling, row: ComplaintRow): void {
  tell(tx, clock, actor, events.received, {
    subject: subjectOf(row.complaint_id),
    payload: aboutOf(row),
    audit: { number: row.number },
  });
}

/** One step; and, when the answer found the complaint true, what the assessment counts. */
export function complaintWentOn(
  { tx, clock, actor }: Telling,
  row: ComplaintRow,
  act: Act,
  audit: Readonly<Record<string, unknown>>,
): void {
  const subject = subjectOf(row.complaint_id);
  tell(tx, clock, actor, events.wentOn, { subject, payload: { ...aboutOf(row), act }, audit });
  if (act !== 'review' || !row.is_proven) return;
  tell(tx, clock, actor, events.proven, {
    subject,
    payload: { ...aboutOf(row), result: row.result ?? 'explained' },
  });
}

export function complaintOverdue(
  { tx, clock, actor }: Telling,
  row: ComplaintRow,
  what: 'contact' | 'handle' | 'call-back',
): void {
  tell(tx, clock, actor, events.overdue, {
    subject: subjectOf(row.complaint_id),
    payload: { ...aboutOf(row), what },
  });
}

export function personRevealed({ tx, clock, actor }: Telling, complaintId: string): void {
  tell(tx, clock, actor, events.revealed, {
    subject: subjectOf(complaintId),
    payload: { complaintId },
  });
}

const scoreOf = (row: ScoreRow) => ({
  scoreId: row.score_id,
  item: row.item,
  personId: row.person_id,
  windowId: row.window_id,
  departmentId: row.department_id,
  points: Number(row.points),
});

export function scoreTold(
  { tx, clock, actor }: Telling,
  row: ScoreRow,
  what: 'scored' | 'appealed' | 'kept' | 'cancelled',
  note = '',
): void {
  const subject = { kind: 'complaints.score', id: row.score_id };
  const payload = scoreOf(row);
  const audit = { note };
  if (what === 'scored') tell(tx, clock, actor, events.scored, { subject, payload, audit });
  else if (what === 'appealed')
    tell(tx, clock, actor, events.appealed, { subject, payload, audit });
  else {
    tell(tx, clock, actor, events.decided, {
      subject,
      payload: { ...payload, stands: what === 'kept' },
      audit,
    });
  }
}
