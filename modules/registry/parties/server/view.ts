import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { maskDocumentNumber, maskName, maskUscc } from '#kernel/crypto/mask.ts';
import type { Db } from '#kernel/db/types.ts';

import type {
  HistoryEntry,
  IdentifierKind,
  Mandate,
  Party,
  PartyRef,
  PartySummary,
} from '../contract.ts';
import { maskContact } from './contacts.ts';
import type { PartiesDeps } from './deps.ts';
import { stateOf } from './mandate-rules.ts';
import { needsGuardian } from './numbers.ts';
import * as repository from './repository.ts';
import type { MandateRow, PartyRow } from './tables.ts';
import { createVault, type Vault } from './vault.ts';

export interface Viewing {
  readonly vault: Vault;
  readonly today: Day;
}

/** What a masked view of one centre's records needs. */
export function viewingOf(
  deps: Pick<PartiesDeps, 'cipher'> & { readonly clock: Clock },
  centreId: number,
): Viewing {
  return { vault: createVault(deps.cipher, centreId), today: localDay(deps.clock.now()) };
}

/** What everybody may see of a number. */
export function maskNumber(kind: IdentifierKind, number: string): string {
  return kind === 'uscc' ? maskUscc(number) : maskDocumentNumber(number);
}

/** A person's name masked, a firm's in full. */
export function shownName(
  { vault }: Pick<Viewing, 'vault'>,
  row: Pick<PartyRow, 'party_id' | 'kind' | 'name_sealed' | 'firm_name'>,
): string {
  const name = vault.openName(row);
  return row.kind === 'person' ? maskName(name) : name;
}

type Belongings = repository.Belongings;

export function toSummary(viewing: Viewing, row: PartyRow, own: Belongings): PartySummary {
  const { vault, today } = viewing;
  const [identifier] = own.identifiers;
  const phone = own.contacts.findLast(
    (contact) =>
      contact.ended_at === null && (contact.kind === 'mobile' || contact.kind === 'landline'),
  );
  return {
    id: row.party_id,
    partyNo: row.party_no,
    kind: row.kind,
    status: row.status,
    name: shownName(viewing, row),
    identifier:
      identifier === undefined
        ? null
        : {
            kind: identifier.kind,
            masked: maskNumber(identifier.kind, vault.openNumber(identifier)),
          },
    phone: phone === undefined ? null : maskContact(phone.kind, vault.openContact(phone)),
    verification: row.verification,
    needsGuardian: needsGuardian(vault.openDetails(row).bornOn, today),
    isDemonstration: row.is_demonstration,
  };
}

export function toParty(viewing: Viewing, row: PartyRow, own: Belongings): Party {
  const { vault } = viewing;
  const details = vault.openDetails(row);
  return {
    ...toSummary(viewing, row, own),
    nameEn: row.kind === 'person' ? maskName(details.nameEn) : details.nameEn,
    sex: details.sex,
    bornOn: details.bornOn === null ? null : `${details.bornOn.slice(0, 4)}-**-**`,
    organisationKind: row.organisation_kind,
    establishedOn: row.established_on,
    divisionCode: row.division_code,
    hasRemark: details.remark !== '',
    identifiers: own.identifiers.map((identifier) => ({
      id: identifier.identifier_id,
      kind: identifier.kind,
      masked: maskNumber(identifier.kind, vault.openNumber(identifier)),
      addedAt: identifier.added_at.toISOString(),
    })),
    contacts: own.contacts.toReversed().map((contact) => ({
      id: contact.contact_id,
      kind: contact.kind,
      masked: maskContact(contact.kind, vault.openContact(contact)),
      addedAt: contact.added_at.toISOString(),
      endedAt: contact.ended_at?.toISOString() ?? null,
    })),
    verifications: own.verifications.toReversed().map((verification) => ({
      id: verification.verification_id,
      level: verification.level,
      documentKind: verification.document_kind,
      source: verification.source,
      fileId: verification.file_id,
      byName: verification.verified_by_name,
      at: verification.at.toISOString(),
      withdrawnAt: verification.withdrawn_at?.toISOString() ?? null,
    })),
    mergedIntoId: row.merged_into,
    registeredAt: row.registered_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  };
}

/** Masked lines for rows, their identifiers and telephones fetched together. */
export async function loadSummaries(
  db: Db,
  viewing: Viewing,
  centreId: number,
  rows: readonly PartyRow[],
): Promise<Map<string, PartySummary>> {
  const ids = rows.map((row) => row.party_id);
  return toSummaries(viewing, rows, await repository.findKnownBy(db, centreId, ids));
}

/** The same where what hangs on the records is at hand. */
export function toSummaries(
  viewing: Viewing,
  rows: readonly PartyRow[],
  all: Omit<Belongings, 'verifications'>,
): Map<string, PartySummary> {
  const identifiers = Map.groupBy(all.identifiers, (row) => row.party_id);
  const contacts = Map.groupBy(all.contacts, (row) => row.party_id);
  return new Map(
    rows.map((row) => [
      row.party_id,
      toSummary(viewing, row, {
        identifiers: identifiers.get(row.party_id) ?? [],
        contacts: contacts.get(row.party_id) ?? [],
        verifications: [],
      }),
    ]),
  );
}

/** One masked record with all that hangs on it. */
export async function loadParty(db: Db, viewing: Viewing, row: PartyRow): Promise<Party> {
  return toParty(viewing, row, await repository.findBelongings(db, row.centre_id, [row.party_id]));
}

function toRef(viewing: Viewing, row: PartyRow | undefined, id: string): PartyRef {
  return row === undefined
    ? { id, partyNo: '', kind: 'person', name: '' }
    : { id, partyNo: row.party_no, kind: row.kind, name: shownName(viewing, row) };
}

/** Mandates with the masked names of both sides. */
export async function loadMandates(
  db: Db,
  viewing: Viewing,
  centreId: number,
  rows: readonly MandateRow[],
): Promise<Mandate[]> {
  const ids = rows.flatMap((row) => [row.principal_id, row.representative_id]);
  const found = await repository.findParties(db, centreId, [...new Set(ids)]);
  const parties = new Map(found.map((row) => [row.party_id, row]));
  return rows.map((row) => ({
    id: row.mandate_id,
    principal: toRef(viewing, parties.get(row.principal_id), row.principal_id),
    representative: toRef(viewing, parties.get(row.representative_id), row.representative_id),
    kind: row.kind,
    isForAll: row.is_for_all,
    departmentCodes: row.department_codes,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    documentNo: row.document_no,
    documentFileId: row.document_file_id,
    state: stateOf(row, viewing.today),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedReason: row.revoked_reason,
    version: row.version,
  }));
}

type HistorySelected = Awaited<ReturnType<typeof repository.listHistory>>[number];

export function toHistoryEntry(row: HistorySelected): HistoryEntry {
  return {
    id: row.entry_id,
    partyId: row.party_id,
    at: row.at.toISOString(),
    act: row.act,
    byName: row.by_name,
    detail: { ...row.detail },
  };
}
