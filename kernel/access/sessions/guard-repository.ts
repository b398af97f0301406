import { send } from '../../db/transaction.ts';
import type { Db, Tx } from '../../db/types.ts';
import type { AccessTables, SignInFlowRow, SignInGuardRow } from '../tables.ts';

const tables = (db: Db) => db.$extendTables<AccessTables>();

/** The count of failures under a key, made when there is none, kept from others until the transaction ends. */
export async function lockGuard(
  tx: Tx,
  centreId: number,
  guardKey: string,
  now: Date,
): Promise<SignInGuardRow> {
  const guards = tables(tx);
  send(
    tx,
    guards
      .insertInto('kernel.sign_in_guard')
      .values({
        centre_id: centreId,
        guard_key: guardKey,
        failures: 0,
        locked_until: null,
        last_attempt_at: now,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  return guards
    .selectFrom('kernel.sign_in_guard')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('guard_key', '=', guardKey)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export function updateGuard(tx: Tx, row: SignInGuardRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.sign_in_guard')
      .set({
        failures: row.failures,
        locked_until: row.locked_until,
        last_attempt_at: row.last_attempt_at,
      })
      .where('centre_id', '=', row.centre_id)
      .where('guard_key', '=', row.guard_key),
  );
}

export function deleteGuard(tx: Tx, centreId: number, guardKey: string): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('kernel.sign_in_guard')
      .where('centre_id', '=', centreId)
      .where('guard_key', '=', guardKey),
  );
}

/** Until when each of the keys is locked; those that are not are left out. */
export async function listLocks(
  db: Db,
  centreId: number,
  guardKeys: readonly string[],
  now: Date,
): Promise<Map<string, Date>> {
  if (guardKeys.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('kernel.sign_in_guard')
    .select(['guard_key', 'locked_until'])
    .where('centre_id', '=', centreId)
    .where((eb) => eb('guard_key', '=', eb.fn.any(eb.val([...guardKeys]))))
    .where('locked_until', '>', now)
    .execute();
  return new Map(
    rows.flatMap((row) => (row.locked_until ? [[row.guard_key, row.locked_until]] : [])),
  );
}

export function insertFlow(tx: Tx, row: SignInFlowRow): void {
  send(tx, tables(tx).insertInto('kernel.sign_in_flow').values(row));
}

/** Takes a flow out, so that it is used once; undefined when it is unknown, used or over. */
export async function takeFlow(
  db: Db,
  centreId: number,
  flowHash: string,
  kind: SignInFlowRow['kind'],
  now: Date,
): Promise<SignInFlowRow | undefined> {
  const row = await tables(db)
    .deleteFrom('kernel.sign_in_flow')
    .where('centre_id', '=', centreId)
    .where('flow_hash', '=', flowHash)
    .where('kind', '=', kind)
    .returningAll()
    .executeTakeFirst();
  return row && row.expires_at > now ? row : undefined;
}
