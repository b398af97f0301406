import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { Settings } from '../contract.ts';
import { tables } from './repository.ts';

export async function findSettings(db: Db, centreId: number): Promise<Settings | undefined> {
  const row = await tables(db)
    .selectFrom('courier.setting')
    .select(['body', 'version'])
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return row && { ...row.body, version: row.version };
}

export function putSettings(tx: Tx, centreId: number, { version, ...rules }: Settings): void {
  const body = JSON.stringify(rules);
  send(
    tx,
    tables(tx)
      .insertInto('courier.setting')
      .values({ centre_id: centreId, body, version })
      .onConflict((conflict) => conflict.column('centre_id').doUpdateSet({ body, version })),
  );
}
