import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { compareContents, permissions } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { findEdition, listHeads } from '../repository-editions.ts';
import { toEditionSummary } from '../view.ts';

/** What an edition says differently from another of the same matter: the one before it unless named. */
export async function compareEditions(
  { database: { db }, clock }: MattersDeps,
  actor: Actor,
  id: string,
  fromId: string | undefined,
) {
  authorise(actor, permissions.view.name);
  const to = orNotFound(await findEdition(db, actor.centreId, id));
  const heads = await listHeads(db, actor.centreId, [to.matter_id]);
  const head =
    fromId === undefined
      ? heads.find(({ number }) => number < to.number)
      : orNotFound(heads.find(({ edition_id: other }) => other === fromId));
  const from =
    head === undefined ? undefined : await findEdition(db, actor.centreId, head.edition_id);
  const today = await todayOf({ clock }, db, actor.centreId);
  return {
    from: from === undefined ? null : toEditionSummary(from, today),
    to: toEditionSummary(to, today),
    items: from === undefined ? [] : compareContents(from.content, to.content),
  };
}
