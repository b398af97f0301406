import type { Tx } from '#kernel/db/types.ts';

import { sealNames, tokensOf } from './draft.ts';
import {
  lockStaleContacts,
  lockStaleIdentifiers,
  lockStaleParties,
  lockStaleSignIns,
} from './repository-rotation.ts';
import { replaceNameTokens, updateRows } from './repository-rows.ts';
import type { Vault } from './vault.ts';

/**
 * Seals and indexes up to `limit` rows of each table under the current key; gives how many there were. What
 * is left to do is seen from the rows themselves, so a broken run goes on where it stopped. Versions stay:
 * what is in a row does not change.
 */
export async function rotateBatch(
  tx: Tx,
  vault: Vault,
  centreId: number,
  limit: number,
): Promise<number> {
  return (
    (await rotateParties(tx, vault, centreId, limit)) +
    (await rotateIdentifiers(tx, vault, centreId, limit)) +
    (await rotateContacts(tx, vault, centreId, limit)) +
    (await rotateSignIns(tx, vault, centreId, limit))
  );
}

async function rotateParties(
  tx: Tx,
  vault: Vault,
  centreId: number,
  limit: number,
): Promise<number> {
  const stale = await lockStaleParties(tx, centreId, vault.currentPrefix, limit);
  const named = stale.map((row) => ({
    row,
    named: { kind: row.kind, name: vault.openName(row), details: vault.openDetails(row) },
  }));
  updateRows(
    tx,
    'parties.party',
    named.map(({ row, named: what }) => ({ ...row, ...sealNames({ vault }, row.party_id, what) })),
  );
  replaceNameTokens(
    tx,
    centreId,
    stale.map((row) => row.party_id),
    named.flatMap(({ row, named: what }) => tokensOf({ vault }, row.party_id, what)),
  );
  return stale.length;
}

async function rotateIdentifiers(
  tx: Tx,
  vault: Vault,
  centreId: number,
  limit: number,
): Promise<number> {
  const stale = await lockStaleIdentifiers(tx, centreId, vault.currentPrefix, limit);
  updateRows(
    tx,
    'parties.identifier',
    stale.map((row) => {
      const number = vault.openNumber(row);
      return {
        ...row,
        number_sealed: vault.sealNumber(row.identifier_id, number),
        number_index: vault.indexNumber(row.kind, number),
      };
    }),
  );
  return stale.length;
}

async function rotateContacts(
  tx: Tx,
  vault: Vault,
  centreId: number,
  limit: number,
): Promise<number> {
  const stale = await lockStaleContacts(tx, centreId, vault.currentPrefix, limit);
  updateRows(
    tx,
    'parties.contact',
    stale.map((row) => {
      const value = vault.openContact(row);
      return {
        ...row,
        value_sealed: vault.sealContact(row.contact_id, value),
        value_index: vault.indexContact(row.kind, value) ?? null,
      };
    }),
  );
  return stale.length;
}

async function rotateSignIns(
  tx: Tx,
  vault: Vault,
  centreId: number,
  limit: number,
): Promise<number> {
  const stale = await lockStaleSignIns(tx, centreId, vault.currentPrefix, limit);
  updateRows(
    tx,
    'parties.sign_in',
    stale.map((row) => {
      const subject = vault.openSubject(row);
      return {
        ...row,
        subject_sealed: vault.sealSubject(row.sign_in_id, subject),
        subject_index: vault.indexSubject(subject),
      };
    }),
  );
  return stale.length;
}
