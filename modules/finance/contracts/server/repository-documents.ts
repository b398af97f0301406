import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { DocumentKind, DocumentState } from '../contract.ts';
import { tables } from './repository.ts';
import type { DocumentRow } from './tables.ts';

export interface DocumentQuery {
  readonly search?: string | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly states?: readonly DocumentState[] | undefined;
  /** Documents that this person has not signed. */
  readonly notSignedBy?: string | undefined;
}

export function findDocument(
  db: Db,
  centreId: number,
  id: string,
): Promise<DocumentRow | undefined> {
  return tables(db)
    .selectFrom('contracts.document')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('document_id', '=', id)
    .executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockDocument(
  tx: Tx,
  centreId: number,
  id: string,
): Promise<DocumentRow | undefined> {
  return tables(tx)
    .selectFrom('contracts.document')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('document_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function insertDocument(tx: Tx, row: DocumentRow): void {
  send(
    tx,
    tables(tx)
      .insertInto('contracts.document')
      .values({ ...row, body: JSON.stringify(row.body) }),
  );
}

export function updateDocument(tx: Tx, row: DocumentRow): void {
  const { centre_id, document_id, body: _body, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('contracts.document')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('document_id', '=', document_id),
  );
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

function documentsWhere(db: Db, centreId: number, query: DocumentQuery) {
  const { search, kind, states, notSignedBy } = query;
  let rows = tables(db).selectFrom('contracts.document').where('centre_id', '=', centreId);
  if (kind !== undefined) rows = rows.where('kind', '=', kind);
  if (states !== undefined) rows = rows.where(sql<boolean>`state = any(${[...states]}::text[])`);
  if (notSignedBy !== undefined)
    rows = rows
      .where('maker_id', '<>', notSignedBy)
      .where((eb) => eb.or([eb('checker_id', 'is', null), eb('checker_id', '<>', notSignedBy)]));
  if (search !== undefined && search !== '') {
    const text = escapeLike(search);
    rows = rows.where((eb) =>
      eb.or([eb('number', 'like', `${text}%`), eb('title', 'like', `%${text}%`)]),
    );
  }
  return rows;
}

/** A page, the newest first. One row more than asked for, when there is one. */
export function listDocuments(
  db: Db,
  centreId: number,
  query: DocumentQuery,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<DocumentRow[]> {
  return documentsWhere(db, centreId, query)
    .selectAll()
    .where(afterCursor(page.cursor, ['made_at', 'document_id'], 'desc'))
    .orderBy('made_at', 'desc')
    .orderBy('document_id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function countDocuments(
  db: Db,
  centreId: number,
  query: DocumentQuery,
): Promise<number> {
  const { count } = await documentsWhere(db, centreId, query)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function listDocumentsOfContract(
  db: Db,
  centreId: number,
  contractId: string,
): Promise<DocumentRow[]> {
  return tables(db)
    .selectFrom('contracts.document')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', '=', contractId)
    .orderBy('document_id')
    .limit(300)
    .execute();
}

/** Carry-over documents that are on their way. */
export function listOpenOfKind(
  db: Db,
  centreId: number,
  kind: DocumentKind,
): Promise<DocumentRow[]> {
  return tables(db)
    .selectFrom('contracts.document')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('kind', '=', kind)
    .where('state', 'in', ['submitted', 'checked'])
    .execute();
}

export function listByIds(
  db: Db,
  centreId: number,
  ids: readonly string[],
): Promise<Array<Pick<DocumentRow, 'document_id' | 'number'>>> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('contracts.document')
    .select(['document_id', 'number'])
    .where('centre_id', '=', centreId)
    .where('document_id', 'in', [...ids])
    .execute();
}
