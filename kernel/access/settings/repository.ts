import { send } from '../../db/transaction.ts';
import type { Db, Tx } from '../../db/types.ts';
import { AccessSettings } from '../contract-entry.ts';
import type { AccessTables } from '../tables.ts';

/** The centre's rules of sign-in; what was never set has its default. */
export async function readSettings(db: Db, centreId: number): Promise<AccessSettings> {
  const row = await db
    .$extendTables<AccessTables>()
    .selectFrom('kernel.access_setting')
    .select('settings')
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return AccessSettings.parse(row?.settings ?? {});
}

export function writeSettings(tx: Tx, centreId: number, settings: AccessSettings, now: Date): void {
  const values = { settings: JSON.stringify(settings), updated_at: now };
  send(
    tx,
    tx
      .$extendTables<AccessTables>()
      .insertInto('kernel.access_setting')
      .values({ centre_id: centreId, ...values })
      .onConflict((conflict) => conflict.column('centre_id').doUpdateSet(values)),
  );
}
