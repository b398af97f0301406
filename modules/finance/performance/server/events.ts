import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { TargetRow } from './tables.ts';

/** An act on a row; the audit entry keeps it before, when there was one, and after. */
interface Change {
  readonly act: 'created' | 'changed';
  readonly before?: TargetRow;
  readonly after: TargetRow;
}

/** Says that a target changed. */
export function targetChanged(tx: Tx, clock: Clock, actor: Actor, { act, ...rows }: Change): void {
  const { target_id: id, code } = rows.after;
  tell(tx, clock, actor, events.targetChanged, {
    subject: { kind: 'performance.target', id },
    payload: { targetId: id, code, act },
    audit: rows,
  });
}
