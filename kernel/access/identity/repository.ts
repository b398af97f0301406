import { send } from '../../db/transaction.ts';
import type { Db, Tx } from '../../db/types.ts';
import type { AccessTables, AccountIdentityRow } from '../tables.ts';

const tables = (db: Db) => db.$extendTables<AccessTables>();

export function findIdentity(
  db: Db,
  centreId: number,
  issuer: string,
  externalSubject: string,
): Promise<AccountIdentityRow | undefined> {
  return tables(db)
    .selectFrom('kernel.account_identity')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('issuer', '=', issuer)
    .where('external_subject', '=', externalSubject)
    .executeTakeFirst();
}

/** Links an identity to an account, or moves the link and the time of its last use. */
export function putIdentity(tx: Tx, row: AccountIdentityRow): void {
  send(
    tx,
    tables(tx)
      .insertInto('kernel.account_identity')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['centre_id', 'issuer', 'external_subject'])
          .doUpdateSet({ account_id: row.account_id, last_used_at: row.last_used_at }),
      ),
  );
}
