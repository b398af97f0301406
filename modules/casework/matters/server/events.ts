import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { MatterRow } from './tables.ts';

/** An act on a row; the audit entry keeps it before, when there was one, and after. */
interface Change {
  readonly act: 'created' | 'changed';
  readonly before?: MatterRow;
  readonly after: MatterRow;
}

/** Says that a matter changed. */
export function matterChanged(tx: Tx, clock: Clock, actor: Actor, { act, ...rows }: Change): void {
  const { matter_id: id, code } = rows.after;
  tell(tx, clock, actor, events.matterChanged, {
    subject: { kind: 'matters.matter', id },
    payload: { matterId: id, code, act },
    audit: rows,
  });
}
