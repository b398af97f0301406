import { send } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';
import type { ImportPreviewRow, ImportTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<ImportTables>();

export function insertPreview(tx: Tx, row: ImportPreviewRow): void {
  send(tx, tables(tx).insertInto('kernel.import_preview').values(row));
}

/** The preview, kept from others until the transaction ends. */
export function lockPreview(
  tx: Tx,
  centreId: number,
  previewId: string,
): Promise<ImportPreviewRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.import_preview')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('preview_id', '=', previewId)
    .forUpdate()
    .executeTakeFirst();
}

export function markApplied(tx: Tx, centreId: number, previewId: string, at: Date): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.import_preview')
      .set({ applied_at: at })
      .where('centre_id', '=', centreId)
      .where('preview_id', '=', previewId),
  );
}
