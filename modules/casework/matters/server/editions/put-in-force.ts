import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import { afterCommit } from '#kernel/db/transaction.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { MattersDeps } from '../deps.ts';
import { editionPublished } from '../events.ts';
import { countPublication, endBefore } from '../repository-editions.ts';
import { updateMatter } from '../repository.ts';
import type { EditionHead, EditionRow, MatterRow } from '../tables.ts';
import { toCard, toWords } from './matter-words.ts';

interface Publication {
  readonly matter: MatterRow;
  readonly edition: EditionRow;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

/** Ends what is in force before the day, tells of the publication and gives the published edition, not yet written. */
export function putInForce(
  { clock, guides }: Pick<MattersDeps, 'clock' | 'guides'>,
  tx: Tx,
  actor: Actor,
  { matter, edition, validFrom, validUntil }: Publication,
): EditionHead {
  const { content, ...head } = edition;
  const published: EditionHead = {
    ...head,
    state: 'published',
    valid_from: validFrom,
    valid_until: validUntil,
    published_by: actor.id,
    published_by_name: actor.name,
    published_at: clock.now(),
  };
  endBefore(tx, actor.centreId, matter.matter_id, validFrom);
  updateMatter(tx, { ...matter, ...toWords(toCard(content)) });
  countPublication(tx, actor.centreId);
  editionPublished(tx, clock, actor, { code: matter.code, head: published });
  afterCommit(tx, () => guides.forget(actor.centreId));
  return published;
}
