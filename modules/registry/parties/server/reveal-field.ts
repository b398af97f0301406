import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type RevealedField, type Revelation } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import { fieldRevealed } from './events.ts';
import * as repository from './repository.ts';
import type { PartyRow } from './tables.ts';
import { createVault, type Vault } from './vault.ts';

/** Gives one field in full. The look is in the audit log before the answer leaves. */
export async function revealField(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  input: Revelation,
): Promise<{ value: string }> {
  authoriseAtDesk(actor, permissions.reveal.name);
  return look(deps, actor, partyId, { ...input, isOwn: false });
}

/** Opens a field for whoever was allowed to see it, and writes the look down in the same transaction. */
export async function look(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  input: {
    readonly field: RevealedField;
    readonly rowId?: string | undefined;
    readonly reason: string;
    readonly isOwn: boolean;
  },
): Promise<{ value: string }> {
  const vault = createVault(deps.cipher, actor.centreId);
  const { field, rowId, reason, isOwn } = input;
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.findParty(tx, actor.centreId, partyId));
    const value = orNotFound(await open(tx, vault, row, field, rowId));
    fieldRevealed(tx, deps.clock, actor, partyId, { field, rowId: rowId ?? null, reason, isOwn });
    return { value };
  });
}

async function open(
  db: Db,
  vault: Vault,
  row: PartyRow,
  field: RevealedField,
  rowId: string | undefined,
): Promise<string | undefined> {
  switch (field) {
    case 'name':
      return vault.openName(row);
    case 'name-en':
      return vault.openDetails(row).nameEn;
    case 'born-on':
      return vault.openDetails(row).bornOn ?? undefined;
    case 'remark':
      return vault.openDetails(row).remark;
    case 'identifier':
    case 'contact':
      return openBelonging(db, vault, row, field, rowId);
  }
}

async function openBelonging(
  db: Db,
  vault: Vault,
  row: PartyRow,
  field: 'identifier' | 'contact',
  rowId: string | undefined,
): Promise<string | undefined> {
  const own = await repository.findBelongings(db, row.centre_id, [row.party_id]);
  if (field === 'identifier') {
    const found = own.identifiers.find((one) => one.identifier_id === rowId);
    return found && vault.openNumber(found);
  }
  const found = own.contacts.find((one) => one.contact_id === rowId);
  return found && vault.openContact(found);
}
