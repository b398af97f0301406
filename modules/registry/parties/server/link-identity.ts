import type { Actor } from '#kernel/access/contract-actor.ts';
import type { CitizenClaims, ResolvedCitizen } from '#kernel/access/identity/ports.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { parsePhone } from '#kernel/ids/phone.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../contract.ts';
import type { PartiesDeps } from './deps.ts';
import { type PartyDraft, sealDraft, sealIdentifier } from './draft.ts';
import { identityVerified, partyChanged, partyRegistered, representativeAdded } from './events.ts';
import { makeFirm } from './keep-firm.ts';
import { lockActive } from './lock-active.ts';
import { normaliseName } from './names.ts';
import { parseNumber } from './numbers.ts';
import { findHolder } from './refuse-taken.ts';
import { insertRows, updateRows } from './repository-rows.ts';
import * as repository from './repository.ts';
import { toSubject } from './subject.ts';
import type { PartyRow, SignInRow } from './tables.ts';
import { NO_DETAILS } from './vault.ts';
import { withVerification } from './verify-party.ts';
import { shownName, type Viewing, viewingOf } from './view.ts';
import { insertParties } from './write-party.ts';

interface Linking {
  readonly deps: PartiesDeps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly viewing: Viewing;
  readonly claims: CitizenClaims;
}

/** From this level on the service has compared name and number. */
const REAL_NAME_LEVEL = 2;

/**
 * Finds or makes the record of whoever signed in by the city's identity service, in the transaction of the
 * session. A number that is recorded under another name is refused. Without a number nobody is taken for
 * somebody recorded: a telephone alone proves nothing.
 */
export async function linkIdentity(
  deps: PartiesDeps,
  tx: Tx,
  centreId: number,
  claims: CitizenClaims,
): Promise<ResolvedCitizen> {
  const actor = systemActor(centreId, 'identity-service');
  const linking = { deps, tx, actor, viewing: viewingOf(deps, centreId), claims };
  const person = await linkPerson(linking);
  if (claims.kind === 'person' || claims.firm === undefined) {
    const displayName = shownName(linking.viewing, person);
    const id = person.party_id;
    return { accountSubject: toSubject({ partyId: id, personId: id }), displayName };
  }
  const firm = await linkFirm(linking, claims.firm);
  if (claims.firm.role === 'legal-representative') await keepLegalMandate(linking, firm, person);
  return {
    accountSubject: toSubject({ partyId: firm.party_id, personId: person.party_id }),
    displayName: `${shownName(linking.viewing, firm)}（${shownName(linking.viewing, person)}）`,
  };
}

async function linkPerson(linking: Linking): Promise<PartyRow> {
  const { deps, tx, actor, viewing, claims } = linking;
  const subject = `${claims.issuer}\n${claims.externalSubject}`;
  const indexes = viewing.vault.findSubject(subject);
  const [signIn] = await repository.findSignIns(tx, actor.centreId, { indexes });
  const held = await findByNumber(linking);
  const known = held?.party_id ?? signIn?.party_id;
  const person =
    known === undefined ? makePerson(linking) : await lockActive(tx, actor.centreId, known);
  if (held !== undefined) requireSameName(viewing, held, claims.name);
  keepSignIn(linking, person, signIn, subject);
  const identified = held === undefined ? await addNumber(linking, person, known) : person;
  if (claims.level < REAL_NAME_LEVEL || identified.verification === 'real-name') return identified;
  const row = {
    centre_id: actor.centreId,
    verification_id: newId(deps.clock),
    party_id: person.party_id,
    level: 'real-name' as const,
    document_kind: claims.idNumber === undefined ? null : ('111' as const),
    source: 'identity-service' as const,
    file_id: null,
    verified_by: actor.id,
    verified_by_name: claims.issuer,
    at: deps.clock.now(),
    withdrawn_at: null,
    version: 1,
  };
  insertRows(tx, 'parties.verification', [row]);
  const after = withVerification(identified, [row], deps.clock.now());
  updateRows(tx, 'parties.party', [after]);
  identityVerified(tx, deps.clock, actor, person.party_id, {
    level: 'real-name',
    documentKind: row.document_kind,
    guardianId: null,
  });
  return after;
}

function readNumber({ claims, viewing }: Linking) {
  if (claims.idNumber === undefined || claims.level < REAL_NAME_LEVEL) return undefined;
  const parsed = parseNumber('111', claims.idNumber, viewing.today);
  return parsed.ok ? parsed.value : undefined;
}

async function findByNumber(linking: Linking): Promise<PartyRow | undefined> {
  const paper = readNumber(linking);
  if (paper === undefined) return undefined;
  const wanted = { kind: '111' as const, number: paper.number };
  return findHolder(linking.tx, linking.viewing, linking.actor.centreId, wanted);
}

function requireSameName({ vault }: Viewing, row: PartyRow, name: string): void {
  if (normaliseName(vault.openName(row)) === normaliseName(name)) return;
  throw new ProblemError(problems.identityMismatch);
}

function makePerson(linking: Linking): PartyRow {
  const { deps, tx, actor, viewing, claims } = linking;
  const paper = readNumber(linking);
  const phone = parsePhone(claims.phone ?? '');
  const draft: PartyDraft = {
    kind: 'person',
    name: claims.name,
    details: { ...NO_DETAILS, sex: paper?.sex ?? null, bornOn: paper?.bornOn ?? null },
    organisationKind: null,
    establishedOn: null,
    divisionCode: '',
    identifier: paper === undefined ? null : { kind: '111', number: paper.number },
    contacts:
      phone.ok && phone.value.kind === 'mobile'
        ? [{ kind: 'mobile', value: phone.value.number }]
        : [],
  };
  const { clock } = deps;
  const made = sealDraft({ ...viewing, clock, centreId: actor.centreId }, draft);
  insertParties(tx, actor.centreId, [made]);
  partyRegistered(tx, clock, actor, made.party, 'sign-in');
  return made.party;
}

function keepSignIn(
  { deps, tx, actor, viewing, claims }: Linking,
  person: PartyRow,
  before: SignInRow | undefined,
  subject: string,
): void {
  const { centreId } = actor;
  if (before !== undefined) {
    if (before.party_id === person.party_id && before.level === claims.level) return;
    const moved = { ...before, party_id: person.party_id, level: claims.level };
    updateRows(tx, 'parties.sign_in', [{ ...moved, version: before.version + 1 }]);
  } else {
    const id = newId(deps.clock);
    insertRows(tx, 'parties.sign_in', [
      {
        centre_id: centreId,
        sign_in_id: id,
        subject_index: viewing.vault.indexSubject(subject),
        subject_sealed: viewing.vault.sealSubject(id, subject),
        party_id: person.party_id,
        level: claims.level,
        linked_at: deps.clock.now(),
        version: 1,
      },
    ]);
  }
  partyChanged(tx, deps.clock, actor, person.party_id, { what: 'sign-in', fields: ['sign-in'] });
}

/** A person who was known by a telephone only now has a number; one that was just made has it already. */
async function addNumber(
  linking: Linking,
  person: PartyRow,
  known: string | undefined,
): Promise<PartyRow> {
  const paper = readNumber(linking);
  if (known === undefined || paper === undefined) return person;
  const { deps, tx, actor, viewing, claims } = linking;
  requireSameName(viewing, person, claims.name);
  const { identifiers } = await repository.findBelongings(tx, actor.centreId, [person.party_id]);
  // A sign-in of one service cannot turn into somebody with another number.
  if (identifiers.some(({ kind }) => kind === '111'))
    throw new ProblemError(problems.identityMismatch);
  const sealing = { ...viewing, clock: deps.clock, centreId: actor.centreId };
  const identifier = { kind: '111' as const, number: paper.number };
  insertRows(tx, 'parties.identifier', [sealIdentifier(sealing, person.party_id, identifier)]);
  return person;
}

async function linkFirm(
  { deps, tx, actor, viewing, claims }: Linking,
  firm: NonNullable<CitizenClaims['firm']>,
): Promise<PartyRow> {
  const { centreId } = actor;
  const parsed = parseNumber('uscc', firm.uscc, viewing.today);
  if (!parsed.ok) throw new ProblemError(problems.identityMismatch);
  const identifier = { kind: 'uscc' as const, number: parsed.value.number };
  const held = await findHolder(tx, viewing, centreId, identifier);
  if (held !== undefined) return lockActive(tx, centreId, held.party_id);
  return makeFirm(deps, tx, actor, {
    name: firm.name,
    creditCode: identifier.number,
    organisationKind: 'other',
    establishedOn: null,
    level: 'real-name',
    source: 'identity-service',
    vouchedBy: claims.issuer,
  });
}

/** The service vouches for the legal representative; what an agent may do is said by the firm's own mandates. */
async function keepLegalMandate(
  { deps, tx, actor, viewing }: Linking,
  firm: PartyRow,
  person: PartyRow,
): Promise<void> {
  const mandates = await repository.findMandatesOf(tx, actor.centreId, [firm.party_id]);
  const isThere = mandates.some(
    (row) =>
      row.kind === 'legal-representative' &&
      row.principal_id === firm.party_id &&
      row.representative_id === person.party_id &&
      row.revoked_at === null,
  );
  if (isThere) return;
  const row = {
    centre_id: actor.centreId,
    mandate_id: newId(deps.clock),
    principal_id: firm.party_id,
    representative_id: person.party_id,
    kind: 'legal-representative' as const,
    is_for_all: true,
    department_codes: [],
    valid_from: viewing.today,
    valid_to: null,
    document_no: '',
    document_file_id: null,
    is_demonstration: false,
    revoked_at: null,
    revoked_reason: '',
    version: 1,
  };
  insertRows(tx, 'parties.mandate', [row]);
  representativeAdded(tx, deps.clock, actor, row);
}
