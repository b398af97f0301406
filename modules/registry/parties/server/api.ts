import type { Actor } from '#kernel/access/contract-actor.ts';
import type { ResolveCitizen } from '#kernel/access/identity/ports.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { IdentifierKind, PartySummary } from '../contract.ts';
import type { PartiesDeps } from './deps.ts';
import { findActingParty, findLive } from './find-acting-party.ts';
import { keepFirm, type NewFirm } from './keep-firm.ts';
import { linkIdentity } from './link-identity.ts';
import { mayRepresentBy, stateOf } from './mandate-rules.ts';
import { parseNumber, toComparable } from './numbers.ts';
import { findByNumber as findRowsByNumber } from './repository-search.ts';
import * as repository from './repository.ts';
import { createVault } from './vault.ts';
import { loadSummaries, toSummaries, viewingOf } from './view.ts';

/** The names of a party for a paper or a message that is meant for itself; never for a screen of others. */
export interface PartyInFull {
  readonly id: string;
  readonly partyNo: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly identifier: { readonly kind: IdentifierKind; readonly number: string } | undefined;
  readonly mobile: string | undefined;
  readonly phone: string | undefined;
  readonly address: string | undefined;
  /** Where the address lies; empty when it is not known. */
  readonly divisionCode: string;
}

/** What other modules may ask of the register. Ids of merged records lead to the record that they became. */
export interface PartiesApi {
  /** The masked line of a live party; undefined for an unknown or erased one. */
  findPartySummary(db: Db, centreId: number, partyId: string): Promise<PartySummary | undefined>;
  /** Masked lines by the ids that were asked for. */
  findPartySummaries(
    db: Db,
    centreId: number,
    partyIds: readonly string[],
  ): Promise<ReadonlyMap<string, PartySummary>>;
  /** The live record that an id stands for now: itself, or what it was merged into. */
  findLivePartyId(db: Db, centreId: number, partyId: string): Promise<string | undefined>;
  /** Under which ids things may have been kept for a party: its own, and those of the records that became it. */
  listPartyIds(db: Db, centreId: number, partyId: string): Promise<readonly string[]>;
  /** Who holds a number, under whatever kind of paper. */
  findPartyByNumber(
    db: Db,
    centreId: number,
    kind: IdentifierKind,
    number: string,
  ): Promise<PartySummary | undefined>;
  /** For papers and messages to the party itself. The caller tells of its own act; opening is not audited here. */
  findPartyInFull(db: Db, centreId: number, partyId: string): Promise<PartyInFull | undefined>;
  /**
   * The record of a subject that was just set up, found by its credit code or made, in the transaction of the act that
   * set it up. Refuses a code that another name has. Asks no permission.
   */
  keepFirm(tx: Tx, actor: Actor, firm: NewFirm): Promise<string>;
  /** Who stands for a firm today by its register, by name; for its own application. */
  findLegalRepresentative(db: Db, centreId: number, partyId: string): Promise<string | undefined>;
  /** Whether a person may act for a party in a matter of that department on that day; always for themselves. */
  mayRepresent(db: Db, centreId: number, question: RepresentationQuestion): Promise<boolean>;
  /** For whom a signed-in citizen acts, and who they are. */
  findActingParty(
    db: Db,
    actor: Actor,
  ): Promise<{ readonly partyId: string; readonly personId: string } | undefined>;
  /** Port of kernel/access: the record of whoever signs in by the city's identity service. */
  readonly linkIdentity: ResolveCitizen;
}

export interface RepresentationQuestion {
  readonly principalId: string;
  readonly representativeId: string;
  /** Without it only a mandate for everything is enough. */
  readonly departmentCode?: string | undefined;
  readonly day: Day;
}

export function createPartiesApi(deps: PartiesDeps): PartiesApi {
  return {
    findPartySummary: async (db, centreId, partyId) =>
      (await findSummaries(deps, db, centreId, [partyId])).get(partyId),
    findPartySummaries: (db, centreId, partyIds) => findSummaries(deps, db, centreId, partyIds),
    findLivePartyId: async (db, centreId, partyId) =>
      (await findLive(db, centreId, partyId))?.party_id,
    listPartyIds: async (db, centreId, partyId) => [
      partyId,
      ...(await repository.mergedInto(db, centreId, partyId)),
    ],
    findPartyByNumber: async (db, centreId, kind, number) => {
      const viewing = viewingOf(deps, centreId);
      const parsed = parseNumber(kind, number, viewing.today);
      if (!parsed.ok) return undefined;
      const indexes = viewing.vault.findNumber(toComparable(kind, parsed.value.number));
      const [row] = await findRowsByNumber(db, centreId, indexes);
      return row && (await loadSummaries(db, viewing, centreId, [row])).get(row.party_id);
    },
    findPartyInFull: (db, centreId, partyId) => findInFull(deps, db, centreId, partyId),
    keepFirm: (tx, actor, firm) => keepFirm(deps, tx, actor, firm),
    findLegalRepresentative: (db, centreId, partyId) =>
      findLegalRepresentative(deps, db, centreId, partyId),
    mayRepresent,
    findActingParty: async (db, actor) => {
      const acting = await findActingParty(db, actor);
      return acting && { partyId: acting.party.party_id, personId: acting.person.party_id };
    },
    linkIdentity: (tx, centreId, claims) => linkIdentity(deps, tx, centreId, claims),
  };
}

async function findSummaries(
  deps: PartiesDeps,
  db: Db,
  centreId: number,
  partyIds: readonly string[],
): Promise<ReadonlyMap<string, PartySummary>> {
  const ids = [...new Set(partyIds)];
  const viewing = viewingOf(deps, centreId);
  const [rows, known] = await Promise.all([
    repository.findParties(db, centreId, ids),
    repository.findKnownBy(db, centreId, ids),
  ]);
  const live = new Map(
    await Promise.all(
      rows.map(async (row) => {
        const now = row.merged_into === null ? row : await findLive(db, centreId, row.party_id);
        return [row.party_id, now?.status === 'active' ? now : undefined] as const;
      }),
    ),
  );
  const shown = [...live.values()].flatMap((row) => row ?? []);
  // What hangs on a record that others were merged into was not asked for.
  const others = shown.filter((row) => !live.has(row.party_id));
  const lines = new Map([
    ...toSummaries(viewing, shown, known),
    ...(others.length === 0 ? [] : await loadSummaries(db, viewing, centreId, others)),
  ]);
  return new Map(
    [...live].flatMap(([id, row]) => {
      const line = row && lines.get(row.party_id);
      return line === undefined ? [] : [[id, line] as const];
    }),
  );
}

async function findInFull(
  deps: PartiesDeps,
  db: Db,
  centreId: number,
  partyId: string,
): Promise<PartyInFull | undefined> {
  const [row, belongings] = await Promise.all([
    findLive(db, centreId, partyId),
    repository.findBelongings(db, centreId, [partyId]),
  ]);
  if (row === undefined) return undefined;
  const vault = createVault(deps.cipher, centreId);
  const own =
    row.party_id === partyId
      ? belongings
      : await repository.findBelongings(db, centreId, [row.party_id]);
  const newest = (...kinds: readonly string[]) => {
    const found = own.contacts.findLast(
      (contact) => contact.ended_at === null && kinds.includes(contact.kind),
    );
    return found && vault.openContact(found);
  };
  const [identifier] = own.identifiers;
  return {
    id: row.party_id,
    partyNo: row.party_no,
    kind: row.kind,
    name: vault.openName(row),
    identifier: identifier && { kind: identifier.kind, number: vault.openNumber(identifier) },
    mobile: newest('mobile'),
    phone: newest('mobile', 'landline'),
    address: newest('address'),
    divisionCode: row.division_code,
  };
}

async function findLegalRepresentative(
  deps: PartiesDeps,
  db: Db,
  centreId: number,
  partyId: string,
): Promise<string | undefined> {
  const { today, vault } = viewingOf(deps, centreId);
  const firm = await findLive(db, centreId, partyId);
  if (firm?.kind !== 'organisation') return undefined;
  const mandates = await repository.findMandatesOf(db, centreId, [firm.party_id]);
  const current = mandates.find(
    (row) =>
      row.principal_id === firm.party_id &&
      row.kind === 'legal-representative' &&
      stateOf(row, today) === 'current',
  );
  const person = current && (await findLive(db, centreId, current.representative_id));
  return person && vault.openName(person);
}

async function mayRepresent(
  db: Db,
  centreId: number,
  { principalId, representativeId, departmentCode, day }: RepresentationQuestion,
): Promise<boolean> {
  const [principal, representative] = await Promise.all([
    findLive(db, centreId, principalId),
    findLive(db, centreId, representativeId),
  ]);
  if (principal === undefined || representative === undefined) return false;
  if (principal.party_id === representative.party_id) return true;
  const mandates = await repository.findMandatesOf(db, centreId, [principal.party_id]);
  const between = mandates.filter(
    (row) =>
      row.principal_id === principal.party_id && row.representative_id === representative.party_id,
  );
  return mayRepresentBy(between, departmentCode, day);
}
