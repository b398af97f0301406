import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { ReviewRecord } from './repository.ts';
import type { IndicatorRow, TargetRow, ValueRow } from './tables.ts';

const targetSubject = (id: string) => ({ kind: 'performance.target', id });

interface TargetChange {
  readonly act: 'created' | 'saved' | 'declared' | 'returned' | 'approved';
  readonly before?: TargetRow;
  readonly after: TargetRow;
  readonly indicators?: readonly IndicatorRow[];
}

export function targetChanged(tx: Tx, clock: Clock, actor: Actor, change: TargetChange): void {
  const { act, ...rows } = change;
  const { target_id: targetId, year, project_code: project } = rows.after;
  tell(tx, clock, actor, events.targetChanged, {
    subject: targetSubject(targetId),
    payload: { targetId, year, project, act },
    audit: rows,
  });
}

export function valueRecorded(tx: Tx, clock: Clock, actor: Actor, row: ValueRow): void {
  tell(tx, clock, actor, events.valueRecorded, {
    subject: targetSubject(row.target_id),
    payload: {
      targetId: row.target_id,
      indicatorId: row.indicator_id,
      value: row.value,
      asOf: row.as_of,
    },
    audit: { evidence: row.evidence, fileId: row.file_id },
  });
}

export function reviewChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  act: 'opened' | 'saved' | 'submitted',
  row: ReviewRecord,
): void {
  tell(tx, clock, actor, events.reviewChanged, {
    subject: { kind: 'performance.review', id: row.review_id },
    payload: { reviewId: row.review_id, targetId: row.target_id, kind: row.kind, act },
    audit: { rows: row.rows, conclusion: row.conclusion },
  });
}

export function sheetTaken(tx: Tx, clock: Clock, actor: Actor, what: string, rows: number): void {
  tell(tx, clock, actor, events.taken, {
    subject: { kind: 'performance.sheet', id: what },
    payload: { rows },
  });
}
