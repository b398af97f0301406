import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { parsePhone } from '#kernel/ids/phone.ts';
import type { RowChange } from '#kernel/imports/importer.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions } from '../../contract.ts';
import type { PartiesDeps } from '../deps.ts';
import {
  type PartyDraft,
  sealContact,
  sealDraft,
  sealIdentifier,
  type Sealing,
  sealNames,
  tokensOf,
} from '../draft.ts';
import { partyChanged, partyRegistered } from '../events.ts';
import { deleteRows, insertRows, replaceNameTokens, updateRows } from '../repository-rows.ts';
import * as repository from '../repository.ts';
import type { ContactRow, PartyRow, VerificationRow } from '../tables.ts';
import { createVault } from '../vault.ts';
import { isAtLeast, strongest } from '../verification.ts';
import { insertParties } from '../write-party.ts';
import { type PartySheetRow, phoneKindOf, shownContact } from './party-row.ts';

type Change = RowChange<PartySheetRow>;

/** Writes the rows of a sheet: the new ones in a few statements, the changed ones one by one. */
export async function writeParties(
  deps: PartiesDeps,
  tx: Tx,
  actor: Actor,
  changes: readonly Change[],
): Promise<void> {
  // To read a sheet is one permission, to write it another. The set-up of a centre is the system's own act.
  if (actor.kind !== 'system') authorise(actor, permissions.register.name);
  const sealing = sealingOf(deps, actor);
  createParties(sealing, tx, actor, changes);
  const changed = changes.filter(({ before }) => before !== undefined);
  const known = await repository.findByPartyNos(
    tx,
    actor.centreId,
    changed.map(({ after }) => after.partyNo),
  );
  const ids = known.map((party) => party.party_id);
  const locked = await repository.lockParties(tx, actor.centreId, ids);
  const byNo = new Map([...locked.values()].map((party) => [party.party_no, party]));
  for (const { after } of changed)
    await changeOne(sealing, tx, actor, orNotFound(byNo.get(after.partyNo)), after);
}

function sealingOf(deps: PartiesDeps, actor: Actor): Sealing {
  const { clock } = deps;
  return { vault: createVault(deps.cipher, actor.centreId), clock, centreId: actor.centreId };
}

function toDraft(row: PartySheetRow): PartyDraft {
  const contacts = [
    { kind: phoneKindOf(row.phone), value: toDigits(row.phone) },
    { kind: 'email' as const, value: row.email },
    { kind: 'address' as const, value: row.address },
  ];
  return {
    kind: row.kind,
    name: row.nameZh,
    details: {
      nameEn: row.nameEn,
      sex: row.sex === '' ? null : row.sex,
      bornOn: row.bornOn === '' ? null : row.bornOn,
      remark: row.remark,
    },
    organisationKind: row.organisationKind === '' ? null : row.organisationKind,
    establishedOn: row.establishedOn === '' ? null : row.establishedOn,
    divisionCode: row.divisionCode,
    identifier:
      row.identifierKind === '' ? null : { kind: row.identifierKind, number: row.identifierNumber },
    contacts: contacts.filter(({ value }) => value !== ''),
  };
}

function toDigits(phone: string): string {
  const parsed = parsePhone(phone);
  return parsed.ok ? parsed.value.number : phone;
}

function createParties(sealing: Sealing, tx: Tx, actor: Actor, changes: readonly Change[]): void {
  const made = changes
    .filter(({ before }) => before === undefined)
    .map(({ after }) => {
      const more = { partyNo: after.partyNo, isDemonstration: after.demonstration };
      const party = sealDraft(sealing, toDraft(after), more);
      const verification = verificationOf(sealing, actor, party.party.party_id, after);
      const { verification: level } = after;
      return { ...party, party: { ...party.party, verification: level }, verification };
    });
  insertParties(tx, sealing.centreId, made);
  insertRows(
    tx,
    'parties.verification',
    made.flatMap(({ verification }) => verification),
  );
  for (const { party } of made) partyRegistered(tx, sealing.clock, actor, party, 'import');
}

function verificationOf(
  { clock, centreId }: Sealing,
  actor: Actor,
  partyId: string,
  row: PartySheetRow,
): VerificationRow[] {
  if (row.verification === 'none') return [];
  return [
    {
      centre_id: centreId,
      verification_id: newId(clock),
      party_id: partyId,
      level: row.verification,
      document_kind: row.identifierKind === '' ? null : row.identifierKind,
      source: 'import',
      file_id: null,
      verified_by: actor.id,
      verified_by_name: actor.name,
      at: clock.now(),
      withdrawn_at: null,
      version: 1,
    },
  ];
}

async function changeOne(
  sealing: Sealing,
  tx: Tx,
  actor: Actor,
  before: PartyRow,
  row: PartySheetRow,
): Promise<void> {
  const { clock, centreId } = sealing;
  const { party_id: partyId } = before;
  const draft = toDraft(row);
  const own = await repository.findBelongings(tx, centreId, [partyId]);
  changeNumber(sealing, tx, partyId, own, draft);
  changeContacts(sealing, tx, partyId, own.contacts, draft);
  const added = verificationOf(sealing, actor, partyId, row);
  const verifications = changeVerification(sealing, tx, own.verifications, row, added);
  updateRows(tx, 'parties.party', [
    {
      ...before,
      ...sealNames(sealing, partyId, draft),
      organisation_kind: draft.organisationKind,
      established_on: draft.establishedOn,
      division_code: draft.divisionCode,
      verification: strongest(verifications),
      is_demonstration: row.demonstration,
      version: before.version + 1,
      updated_at: clock.now(),
    },
  ]);
  replaceNameTokens(tx, centreId, [partyId], tokensOf(sealing, partyId, draft));
  partyChanged(tx, clock, actor, partyId, { what: 'details', fields: ['sheet'] });
}

function changeNumber(
  sealing: Sealing,
  tx: Tx,
  partyId: string,
  own: repository.Belongings,
  { identifier }: PartyDraft,
): void {
  const [shown] = own.identifiers;
  const isSame =
    shown === undefined
      ? identifier === null
      : shown.kind === identifier?.kind && sealing.vault.openNumber(shown) === identifier.number;
  if (isSame) return;
  if (shown !== undefined)
    deleteRows(tx, 'parties.identifier', sealing.centreId, [shown.identifier_id]);
  if (identifier === null) return;
  const isOther = own.identifiers.some(
    (one) => one !== shown && sealing.vault.openNumber(one) === identifier.number,
  );
  if (isOther) return;
  const sealed = sealIdentifier(sealing, partyId, identifier);
  // It takes the place of the one it corrects, so that it stays the one that sheets and lists show.
  const added_at = shown?.added_at ?? sealed.added_at;
  insertRows(tx, 'parties.identifier', [{ ...sealed, added_at }]);
}

function changeContacts(
  sealing: Sealing,
  tx: Tx,
  partyId: string,
  contacts: readonly ContactRow[],
  draft: PartyDraft,
): void {
  for (const column of ['phone', 'email', 'address'] as const) {
    const shown = shownContact(contacts, column);
    const wanted = draft.contacts.find(({ kind }) =>
      column === 'phone' ? kind === 'mobile' || kind === 'landline' : kind === column,
    );
    if (shown !== undefined && sealing.vault.openContact(shown) === wanted?.value) continue;
    if (shown !== undefined) {
      const ended = { ...shown, ended_at: sealing.clock.now(), version: shown.version + 1 };
      updateRows(tx, 'parties.contact', [ended]);
    }
    if (wanted !== undefined)
      insertRows(tx, 'parties.contact', [sealContact(sealing, partyId, wanted)]);
  }
}

function changeVerification(
  sealing: Sealing,
  tx: Tx,
  rows: readonly VerificationRow[],
  row: PartySheetRow,
  added: readonly VerificationRow[],
): VerificationRow[] {
  const kept = rows.map((one) =>
    one.withdrawn_at === null && !isAtLeast(row.verification, one.level)
      ? { ...one, withdrawn_at: sealing.clock.now(), version: one.version + 1 }
      : one,
  );
  updateRows(
    tx,
    'parties.verification',
    kept.filter((one, index) => one !== rows[index]),
  );
  if (strongest(kept) === row.verification) return kept;
  insertRows(tx, 'parties.verification', added);
  return [...kept, ...added];
}
