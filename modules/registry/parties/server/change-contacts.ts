import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type ContactInput, type Party, permissions, problems } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import { parseContact } from './contacts.ts';
import type { PartiesDeps } from './deps.ts';
import { sealContact } from './draft.ts';
import { partyChanged } from './events.ts';
import { orFault } from './faults.ts';
import { lockActive } from './lock-active.ts';
import { insertRows, updateRows } from './repository-rows.ts';
import * as repository from './repository.ts';
import type { PartyRow } from './tables.ts';
import { loadParty, viewingOf } from './view.ts';

/** Adds a contact; the newest of its kind is the one used. One that is there already is refused. */
export async function addContact(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  input: ContactInput,
  once: Once,
): Promise<Party> {
  authoriseAtDesk(actor, permissions.register.name);
  return deps.database.transaction(async (tx) => {
    const row = await writeContact(deps, tx, actor, partyId, input);
    const view = await loadParty(tx, viewingOf(deps, actor.centreId), row);
    once.claim(tx, view);
    return view;
  });
}

/** Ends a contact; it stays in the history of the record. */
export async function endContact(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  contactId: string,
): Promise<Party> {
  authoriseAtDesk(actor, permissions.register.name);
  return deps.database.transaction(async (tx) => {
    const row = await closeContact(deps, tx, actor, partyId, contactId);
    return loadParty(tx, viewingOf(deps, actor.centreId), row);
  });
}

/** Writes a contact of a party whose owner or clerk was allowed to. */
export async function writeContact(
  deps: PartiesDeps,
  tx: Tx,
  actor: Actor,
  partyId: string,
  input: ContactInput,
): Promise<PartyRow> {
  const { clock } = deps;
  const { centreId } = actor;
  const value = orFault(parseContact(input.kind, input.value), 'body.value');
  const viewing = viewingOf(deps, centreId);
  const party = await lockActive(tx, centreId, partyId);
  const { contacts } = await repository.findBelongings(tx, centreId, [partyId]);
  const isThere = contacts.some(
    (contact) =>
      contact.ended_at === null &&
      contact.kind === input.kind &&
      viewing.vault.openContact(contact) === value,
  );
  if (isThere) throw new ProblemError(problems.lastContact);
  const row = sealContact({ ...viewing, clock, centreId }, partyId, { kind: input.kind, value });
  insertRows(tx, 'parties.contact', [row]);
  partyChanged(tx, clock, actor, partyId, { what: 'contacts', fields: [input.kind] });
  return party;
}

/** Ends a contact of a party whose owner or clerk was allowed to. */
export async function closeContact(
  deps: PartiesDeps,
  tx: Tx,
  actor: Actor,
  partyId: string,
  contactId: string,
): Promise<PartyRow> {
  const { clock } = deps;
  const party = await lockActive(tx, actor.centreId, partyId);
  const { contacts } = await repository.findBelongings(tx, actor.centreId, [partyId]);
  const contact = orNotFound(contacts.find((one) => one.contact_id === contactId));
  if (contact.ended_at === null) {
    const ended = { ...contact, ended_at: clock.now(), version: contact.version + 1 };
    updateRows(tx, 'parties.contact', [ended]);
    partyChanged(tx, clock, actor, partyId, { what: 'contacts', fields: [contact.kind] });
  }
  return party;
}
