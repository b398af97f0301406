import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import { newId } from '#kernel/ids/id.ts';

import type { SubjectKind } from '../../contract.ts';
import type { EditionHead } from '../tables.ts';

/** A draft that somebody begins. */
export function newEdition(
  clock: Clock,
  actor: Actor,
  given: {
    readonly matterId: string;
    readonly number: number;
    readonly kind: SubjectKind;
    readonly note: string;
  },
): EditionHead {
  const now = clock.now();
  return {
    centre_id: actor.centreId,
    edition_id: newId(clock),
    matter_id: given.matterId,
    kind: given.kind,
    number: given.number,
    state: 'draft',
    valid_from: null,
    valid_until: null,
    note: given.note,
    returned_reason: '',
    withdrawn_reason: '',
    created_by: actor.id,
    created_by_name: actor.name,
    created_at: now,
    saved_by: actor.id,
    saved_by_name: actor.name,
    saved_at: now,
    published_by: null,
    published_by_name: null,
    published_at: null,
    version: 1,
  };
}
