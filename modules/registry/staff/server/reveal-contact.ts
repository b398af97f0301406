import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type ContactLook, permissions } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { contactRevealed } from './events.ts';
import { authoriseFor } from './reach.ts';
import { findPerson } from './repository.ts';
import { loadSurroundings } from './surroundings.ts';

/** Gives one contact in full. The look is in the audit log before the answer leaves. */
export async function revealContact(
  deps: StaffDeps,
  actor: Actor,
  personId: string,
  look: ContactLook,
): Promise<{ value: string }> {
  if (!mayAnywhere(actor, permissions.reveal.name)) authorise(actor, permissions.reveal.name);
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await findPerson(tx, actor.centreId, personId));
    const around = await loadSurroundings(deps, tx, actor.centreId);
    authoriseFor(actor, permissions.reveal, row, around);
    contactRevealed(tx, deps.clock, actor, row, look);
    return { value: around.vault.openContact(row, look.field) };
  });
}
