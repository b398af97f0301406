import { sql } from 'kysely';

import { send } from '../../db/transaction.ts';
import type { Db, Tx } from '../../db/types.ts';
import type { RolesHeld } from '../roles/grants-reader.ts';
import { roleColumns } from '../sessions/repository.ts';
import type { AccessTables, AccountRow, DeviceEnrolmentRow, DeviceKeyRow } from '../tables.ts';

const tables = (db: Db) => db.$extendTables<AccessTables>();

/** Everything that one request needs to know of the device that a key belongs to. */
export interface DeviceHolder extends RolesHeld {
  readonly key_id: string;
  readonly last_used_at: Date | null;
  readonly account_id: string;
  readonly kind: AccountRow['kind'];
  readonly display_name: string;
  readonly subject: string | null;
}

/** The device of a key that is neither revoked nor of a disabled account, with its roles, in one statement. */
export async function findDeviceHolder(
  db: Db,
  centreId: number,
  keyHash: string,
  now: Date,
): Promise<DeviceHolder | undefined> {
  const { rows } = await sql<DeviceHolder>`
    SELECT k.key_id, k.last_used_at, a.account_id, a.kind, a.display_name, a.subject, ${roleColumns(now)}
    FROM kernel.device_key k
    JOIN kernel.account a ON a.centre_id = k.centre_id AND a.account_id = k.account_id
    WHERE k.centre_id = ${centreId} AND k.key_hash = ${keyHash} AND k.revoked_at IS NULL
      AND a.status = 'active'`.execute(db);
  return rows[0];
}

export async function touchDeviceKey(
  db: Db,
  centreId: number,
  holder: DeviceHolder,
  now: Date,
): Promise<void> {
  await tables(db)
    .updateTable('kernel.device_key')
    .set({ last_used_at: now })
    .where('centre_id', '=', centreId)
    .where('key_id', '=', holder.key_id)
    .execute();
}

/** Opens an enrolment in place of any other of the device. */
export function replaceEnrolment(tx: Tx, row: DeviceEnrolmentRow): void {
  const all = tables(tx);
  send(
    tx,
    all
      .deleteFrom('kernel.device_enrolment')
      .where('centre_id', '=', row.centre_id)
      .where('account_id', '=', row.account_id),
    all.insertInto('kernel.device_enrolment').values(row),
  );
}

/** The enrolment of a code, kept from others until the transaction ends. */
export function lockEnrolment(
  tx: Tx,
  centreId: number,
  codeHash: string,
): Promise<DeviceEnrolmentRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.device_enrolment')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
}

export function useEnrolment(
  tx: Tx,
  row: DeviceEnrolmentRow,
  nonceHash: string,
  keyId: string,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.device_enrolment')
      .set({ nonce_hash: nonceHash, key_id: keyId })
      .where('centre_id', '=', row.centre_id)
      .where('code_hash', '=', row.code_hash),
  );
}

export function deleteEnrolments(tx: Tx, centreId: number, accountId: string): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('kernel.device_enrolment')
      .where('centre_id', '=', centreId)
      .where('account_id', '=', accountId),
  );
}

export function insertDeviceKey(
  tx: Tx,
  row: Omit<DeviceKeyRow, 'public_info'> & { readonly public_info: string },
): void {
  send(tx, tables(tx).insertInto('kernel.device_key').values(row));
}

/** Revokes the keys of a device; gives how many were in use. */
export async function revokeDeviceKeys(
  tx: Tx,
  centreId: number,
  accountId: string,
  now: Date,
): Promise<number> {
  const result = await tables(tx)
    .updateTable('kernel.device_key')
    .set({ revoked_at: now })
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
