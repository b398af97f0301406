import { sendRows, tableOf } from '#kernel/db/prepared.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { DocumentKind } from '../../contract/documents.ts';

export type DocumentRow = {
  centre_id: number;
  document_id: string;
  case_id: string;
  kind: DocumentKind;
  number: string;
  issued_at: Date;
  by_name: string;
  code: string;
  sealed: string;
  digest: string;
  signature: string | null;
  key_id: string | null;
  public_key: string | null;
  printed: number;
};

const DOCUMENTS = tableOf<DocumentRow>('cases.case_document');

const tables = (db: Db) => db.$extendTables<{ 'cases.case_document': DocumentRow }>();

export function insertDocuments(tx: Tx, rows: readonly DocumentRow[]): void {
  sendRows(tx, DOCUMENTS, rows);
}

export const listDocuments = (db: Db, centreId: number, caseId: string): Promise<DocumentRow[]> =>
  tables(db)
    .selectFrom('cases.case_document')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('document_id', 'desc')
    .execute();

/** Locked, so that two who print at once count as two. */
export const lockDocument = (
  tx: Tx,
  centreId: number,
  caseId: string,
  documentId: string,
): Promise<DocumentRow | undefined> =>
  tables(tx)
    .selectFrom('cases.case_document')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .where('document_id', '=', documentId)
    .forUpdate()
    .executeTakeFirst();

export const findByCode = (
  db: Db,
  centreId: number,
  code: string,
): Promise<DocumentRow | undefined> =>
  tables(db)
    .selectFrom('cases.case_document')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('code', '=', code)
    .executeTakeFirst();

export function countPrinting(
  tx: Tx,
  row: Pick<DocumentRow, 'centre_id' | 'document_id' | 'signature' | 'key_id' | 'public_key'>,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('cases.case_document')
      .set(({ eb }) => ({
        printed: eb('printed', '+', 1),
        signature: row.signature,
        key_id: row.key_id,
        public_key: row.public_key,
      }))
      .where('centre_id', '=', row.centre_id)
      .where('document_id', '=', row.document_id),
  );
}
