import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { EvaluationRow } from './tables.ts';

/** An act on a row; the audit entry keeps it before, when there was one, and after. */
interface Change {
  readonly act: 'created' | 'changed';
  readonly before?: EvaluationRow;
  readonly after: EvaluationRow;
}

/** Says that a evaluation changed. */
export function evaluationChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { act, ...rows }: Change,
): void {
  const { evaluation_id: id, code } = rows.after;
  tell(tx, clock, actor, events.evaluationChanged, {
    subject: { kind: 'evaluation.evaluation', id },
    payload: { evaluationId: id, code, act },
    audit: rows,
  });
}
