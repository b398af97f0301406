import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { LicenceRow } from './tables.ts';

/** An act on a row; the audit entry keeps it before, when there was one, and after. */
interface Change {
  readonly act: 'created' | 'changed';
  readonly before?: LicenceRow;
  readonly after: LicenceRow;
}

/** Says that a licence changed. */
export function licenceChanged(tx: Tx, clock: Clock, actor: Actor, { act, ...rows }: Change): void {
  const { licence_id: id, code } = rows.after;
  tell(tx, clock, actor, events.licenceChanged, {
    subject: { kind: 'licences.licence', id },
    payload: { licenceId: id, code, act },
    audit: rows,
  });
}
