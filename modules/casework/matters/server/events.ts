import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { type Difference, events } from '../contract.ts';
import type { EditionHead } from './tables.ts';

/** An edition with the code by which people know its matter. */
export interface Told {
  readonly code: string;
  readonly head: EditionHead;
}

const subjectOf = ({ head }: Told) => ({ kind: 'matters.matter', id: head.matter_id });

const payloadOf = ({ code, head }: Told) => ({
  matterId: head.matter_id,
  editionId: head.edition_id,
  kind: head.kind,
  code,
});

/** More are counted, not kept: the edition itself is kept whole. */
const KEPT_DIFFERENCES = 200;

/** Says that a draft was begun, saved, submitted, returned or thrown away. */
export function draftChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  act: 'created' | 'saved' | 'submitted' | 'returned' | 'discarded',
  told: Told & { readonly differences?: readonly Difference[] },
): void {
  const { head, differences = [] } = told;
  tell(tx, clock, actor, events.draftChanged, {
    subject: subjectOf(told),
    payload: { ...payloadOf(told), act },
    audit: {
      number: head.number,
      version: head.version,
      note: head.note,
      ...(act === 'returned' ? { reason: head.returned_reason } : {}),
      ...(differences.length === 0
        ? {}
        : {
            differences: differences.slice(0, KEPT_DIFFERENCES),
            differenceCount: differences.length,
          }),
    },
  });
}

/** Says that an edition was published. */
export function editionPublished(tx: Tx, clock: Clock, actor: Actor, told: Told): void {
  const { head } = told;
  tell(tx, clock, actor, events.editionPublished, {
    subject: subjectOf(told),
    payload: {
      ...payloadOf(told),
      number: head.number,
      validFrom: head.valid_from ?? '',
      validUntil: head.valid_until,
    },
    audit: { draftedBy: head.saved_by, draftedByName: head.saved_by_name },
  });
}

/** Says that an edition is out of force from a day on. */
export function editionWithdrawn(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  told: Told & { readonly from: Day },
): void {
  tell(tx, clock, actor, events.editionWithdrawn, {
    subject: subjectOf(told),
    payload: { ...payloadOf(told), reason: told.head.withdrawn_reason, from: told.from },
  });
}
