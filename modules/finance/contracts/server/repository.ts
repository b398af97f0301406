import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ContractsTables, ContractRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<ContractsTables>();

export interface ContractFilter {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

function contractsWhere(db: Db, centreId: number, search: string | undefined) {
  const pattern = `%${search ?? ''}%`;
  return tables(db)
    .selectFrom('contracts.contract')
    .where('centre_id', '=', centreId)
    .$if(search !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('code', 'ilike', pattern),
          eb('name_zh', 'ilike', pattern),
          eb('name_en', 'ilike', pattern),
        ]),
      ),
    );
}

export function listContracts(
  db: Db,
  centreId: number,
  filter: ContractFilter,
): Promise<ContractRow[]> {
  return contractsWhere(db, centreId, filter.search)
    .selectAll()
    .where(afterCursor(filter.cursor, ['code']))
    .orderBy('code')
    .limit(filter.limit + 1)
    .execute();
}

export async function countContracts(
  db: Db,
  centreId: number,
  search: string | undefined,
): Promise<number> {
  const { count } = await contractsWhere(db, centreId, search)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function contractWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('contracts.contract')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', '=', id);
}

export function findContract(
  db: Db,
  centreId: number,
  id: string,
): Promise<ContractRow | undefined> {
  return contractWhere(db, centreId, id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockContract(
  tx: Tx,
  centreId: number,
  id: string,
): Promise<ContractRow | undefined> {
  return contractWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function insertContract(tx: Tx, row: ContractRow): void {
  send(tx, tables(tx).insertInto('contracts.contract').values(row));
}

export function updateContract(tx: Tx, row: ContractRow): void {
  const { centre_id, contract_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('contracts.contract')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('contract_id', '=', contract_id),
  );
}
