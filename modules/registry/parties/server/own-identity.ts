import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type ContactInput,
  type DataCopy,
  type Mandate,
  type OwnIdentity,
  type OwnMandateInput,
  permissions,
  problems,
  type RevealedField,
} from '../contract.ts';
import { closeContact, writeContact } from './change-contacts.ts';
import { endMandate, writeMandate } from './change-mandates.ts';
import { copyData } from './data-copy.ts';
import type { PartiesDeps } from './deps.ts';
import { decideErasure } from './erase-party.ts';
import { type ActingParty, findActingParty } from './find-acting-party.ts';
import { covers } from './mandate-rules.ts';
import { normaliseName } from './names.ts';
import { toSearchForms } from './numbers.ts';
import { findByNumber } from './repository-search.ts';
import * as repository from './repository.ts';
import { look } from './reveal-field.ts';
import { loadMandates, loadParty, shownName, toHistoryEntry, viewingOf } from './view.ts';

type OwnPermission = typeof permissions.viewOwn;

const OWN_REQUEST = '本人请求 / own request';

/** The live record of whoever signed in; refuses staff, devices and sign-ins without one. */
async function getOwn(db: Db, actor: Actor, permission: OwnPermission) {
  authorise(actor, permission.name, { ownerId: actor.id });
  const acting = await findActingParty(db, actor);
  if (acting === undefined) throw new ProblemError(problems.notLinked);
  return acting;
}

/** Of a firm only its head may give mandates, take copies and ask for erasure; its other agents may not. */
async function requireHead(deps: PartiesDeps, db: Db, acting: ActingParty): Promise<void> {
  const { party, person } = acting;
  if (party.party_id === person.party_id) return;
  const { today } = viewingOf(deps, party.centre_id);
  const mandates = await repository.findMandatesOf(db, party.centre_id, [party.party_id]);
  const isHead = mandates.some(
    (mandate) =>
      mandate.kind === 'legal-representative' &&
      mandate.principal_id === party.party_id &&
      mandate.representative_id === person.party_id &&
      covers(mandate, undefined, today),
  );
  if (!isHead) throw new ProblemError(problems.headOnly);
}

/** One's own record, masked, with mandates and what happened to it. */
export async function getOwnIdentity(deps: PartiesDeps, actor: Actor): Promise<OwnIdentity> {
  await getOwn(deps.database.db, actor, permissions.viewOwn);
  return viewOwn(deps, deps.database.db, actor);
}

async function viewOwn(deps: PartiesDeps, db: Db, actor: Actor): Promise<OwnIdentity> {
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  const { party, person } = await getOwn(db, actor, permissions.viewOwn);
  const mandates = await repository.findMandatesOf(db, centreId, [party.party_id]);
  const page = { limit: 50, cursor: undefined };
  const history = await repository.listHistory(db, centreId, [party.party_id], page);
  return {
    party: await loadParty(db, viewing, party),
    mandates: await loadMandates(db, viewing, centreId, mandates),
    history: history.slice(0, page.limit).map(toHistoryEntry),
    actingPerson: person.party_id === party.party_id ? null : shownName(viewing, person),
  };
}

/** One field of one's own record in full; written down like any other look. */
export async function revealOwnField(
  deps: PartiesDeps,
  actor: Actor,
  input: { readonly field: RevealedField; readonly rowId?: string | undefined },
): Promise<{ value: string }> {
  const { party } = await getOwn(deps.database.db, actor, permissions.viewOwn);
  return look(deps, actor, party.party_id, { ...input, reason: OWN_REQUEST, isOwn: true });
}

export async function addOwnContact(
  deps: PartiesDeps,
  actor: Actor,
  input: ContactInput,
  once: Once,
): Promise<OwnIdentity> {
  return deps.database.transaction(async (tx) => {
    const { party } = await getOwn(tx, actor, permissions.changeOwn);
    await writeContact(deps, tx, actor, party.party_id, input);
    const view = await viewOwn(deps, tx, actor);
    once.claim(tx, view);
    return view;
  });
}

export async function endOwnContact(
  deps: PartiesDeps,
  actor: Actor,
  contactId: string,
): Promise<OwnIdentity> {
  return deps.database.transaction(async (tx) => {
    const { party } = await getOwn(tx, actor, permissions.changeOwn);
    await closeContact(deps, tx, actor, party.party_id, contactId);
    return viewOwn(deps, tx, actor);
  });
}

/** Names an agent by name and number; both must fit somebody verified, and a wrong guess tells nothing. */
export async function addOwnMandate(
  deps: PartiesDeps,
  actor: Actor,
  input: OwnMandateInput,
  once: Once,
): Promise<Mandate> {
  return refuseDuplicate('mandate_unique', problems.mandateRepeated, {}, () =>
    deps.database.transaction(async (tx) => {
      const acting = await getOwn(tx, actor, permissions.changeOwn);
      await requireHead(deps, tx, acting);
      const { party } = acting;
      const representativeId = await findAgent(deps, tx, actor, input);
      const { representativeName: _name, representativeNumber: _number, ...rest } = input;
      const mandate = { ...rest, representativeId };
      const view = await writeMandate(deps, tx, actor, party.party_id, mandate);
      once.claim(tx, view);
      return view;
    }),
  );
}

async function findAgent(
  deps: PartiesDeps,
  db: Db,
  actor: Actor,
  input: OwnMandateInput,
): Promise<string> {
  const { vault } = viewingOf(deps, actor.centreId);
  const indexes = toSearchForms(input.representativeNumber).flatMap((form) =>
    vault.findNumber(form),
  );
  const found = await findByNumber(db, actor.centreId, indexes);
  const agent = found.find(
    (row) =>
      row.kind === 'person' &&
      row.verification !== 'none' &&
      normaliseName(vault.openName(row)) === normaliseName(input.representativeName),
  );
  if (agent === undefined) throw new ProblemError(problems.representativeUnknown);
  return agent.party_id;
}

/** Revokes a mandate that one gave, or gives up one that one has. */
export async function revokeOwnMandate(
  deps: PartiesDeps,
  actor: Actor,
  mandateId: string,
  input: { readonly reason: string },
  once: Once,
): Promise<Mandate> {
  return deps.database.transaction(async (tx) => {
    const acting = await getOwn(tx, actor, permissions.changeOwn);
    const { party, person } = acting;
    const found = await repository.findMandate(tx, actor.centreId, mandateId);
    const sides = [found?.principal_id, found?.representative_id];
    const own = sides.includes(party.party_id);
    const row = orNotFound(own ? found : undefined);
    // Whoever has the mandate may give it up; to take it away is for whoever gave it.
    if (row.representative_id !== person.party_id) await requireHead(deps, tx, acting);
    const view = await endMandate(deps, tx, actor, row, input.reason);
    once.claim(tx, view);
    return view;
  });
}

/** A copy of everything held on oneself (个人信息保护法 art. 45). */
export async function exportOwnData(deps: PartiesDeps, actor: Actor): Promise<DataCopy> {
  return deps.database.transaction(async (tx) => {
    const acting = await getOwn(tx, actor, permissions.viewOwn);
    await requireHead(deps, tx, acting);
    return copyData(deps, tx, actor, acting.party.party_id, { isOwn: true, reason: OWN_REQUEST });
  });
}

/** Asks for erasure (个人信息保护法 art. 47): done at once, or refused with the rule that forbids it. */
export async function eraseOwnData(
  deps: PartiesDeps,
  actor: Actor,
  once: Once,
): Promise<{ done: true }> {
  const acting = await getOwn(deps.database.db, actor, permissions.changeOwn);
  await requireHead(deps, deps.database.db, acting);
  return decideErasure(deps, actor, acting.party.party_id, OWN_REQUEST, once);
}
