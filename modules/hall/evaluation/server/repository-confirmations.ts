import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ConfirmationRow, EvaluationTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<EvaluationTables>();

const all = (db: Db, centreId: number) =>
  tables(db).selectFrom('evaluation.confirmation').selectAll().where('centre_id', '=', centreId);

export const findConfirmation = (
  db: Db,
  centreId: number,
  id: string,
): Promise<ConfirmationRow | undefined> =>
  all(db, centreId).where('confirmation_id', '=', id).executeTakeFirst();

export const lockConfirmation = (
  tx: Tx,
  centreId: number,
  id: string,
): Promise<ConfirmationRow | undefined> =>
  all(tx, centreId).where('confirmation_id', '=', id).forUpdate().executeTakeFirst();

/** What the pad of a window is asked to show, over or not. */
export const findAsked = (
  db: Db,
  centreId: number,
  windowId: string,
): Promise<ConfirmationRow | undefined> =>
  all(db, centreId)
    .where('window_id', '=', windowId)
    .where('state', '=', 'asked')
    .executeTakeFirst();

export const lockAsked = (
  tx: Tx,
  centreId: number,
  windowId: string,
): Promise<ConfirmationRow | undefined> =>
  all(tx, centreId)
    .where('window_id', '=', windowId)
    .where('state', '=', 'asked')
    .forUpdate()
    .executeTakeFirst();

export const listOfCase = (db: Db, centreId: number, caseId: string): Promise<ConfirmationRow[]> =>
  all(db, centreId)
    .where('case_id', '=', caseId)
    .orderBy('asked_at', 'desc')
    .orderBy('confirmation_id', 'desc')
    .limit(100)
    .execute();

export function insertConfirmation(tx: Tx, row: ConfirmationRow): void {
  send(
    tx,
    tables(tx)
      .insertInto('evaluation.confirmation')
      .values({ ...row, title: JSON.stringify(row.title) }),
  );
}

/** Writes how it ended; what was shown is kept by the case from then on. */
export function settleConfirmation(
  tx: Tx,
  { centre_id, confirmation_id }: ConfirmationRow,
  changes: Pick<ConfirmationRow, 'state' | 'settled_at'> &
    Partial<
      Pick<ConfirmationRow, 'device_id' | 'signature_file_id' | 'signature_hash' | 'proof_hash'>
    >,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('evaluation.confirmation')
      .set({ ...changes, text_sealed: null })
      .where('centre_id', '=', centre_id)
      .where('confirmation_id', '=', confirmation_id),
  );
}
