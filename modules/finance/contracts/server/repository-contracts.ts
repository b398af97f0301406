import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type {
  ContractEventRow,
  ContractRow,
  InstalmentRow,
  PaymentRow,
  SettlementRow,
  ShareRow,
} from './tables.ts';

export function findContract(
  db: Db,
  centreId: number,
  id: string,
): Promise<ContractRow | undefined> {
  return tables(db)
    .selectFrom('contracts.contract')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', '=', id)
    .executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockContract(
  tx: Tx,
  centreId: number,
  id: string,
): Promise<ContractRow | undefined> {
  return tables(tx)
    .selectFrom('contracts.contract')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function findByNumber(
  db: Db,
  centreId: number,
  number: string,
): Promise<ContractRow | undefined> {
  return tables(db)
    .selectFrom('contracts.contract')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('number', '=', number)
    .executeTakeFirst();
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
      .set({ ...changes, version: row.version + 1 })
      .where('centre_id', '=', centre_id)
      .where('contract_id', '=', contract_id),
  );
}

export function listShares(db: Db, centreId: number, ids: readonly string[]): Promise<ShareRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('contracts.share')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', 'in', [...ids])
    .orderBy('position')
    .execute();
}

export function insertShares(tx: Tx, rows: readonly ShareRow[]): void {
  send(
    tx,
    tables(tx)
      .insertInto('contracts.share')
      .values([...rows]),
  );
}

export function updateShare(tx: Tx, row: ShareRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('contracts.share')
      .set({
        settled_fen: row.settled_fen,
        released_fen: row.released_fen,
        amount_fen: row.amount_fen,
        line_id: row.line_id,
      })
      .where('centre_id', '=', row.centre_id)
      .where('contract_id', '=', row.contract_id)
      .where('position', '=', row.position),
  );
}

export function listInstalments(
  db: Db,
  centreId: number,
  ids: readonly string[],
): Promise<InstalmentRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('contracts.instalment')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', 'in', [...ids])
    .orderBy('contract_id')
    .orderBy('seq')
    .execute();
}

export function insertInstalments(tx: Tx, rows: readonly InstalmentRow[]): void {
  if (rows.length === 0) return;
  send(
    tx,
    tables(tx)
      .insertInto('contracts.instalment')
      .values([...rows]),
  );
}

export function listEvents(
  db: Db,
  centreId: number,
  ids: readonly string[],
): Promise<ContractEventRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('contracts.contract_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', 'in', [...ids])
    .orderBy('day')
    .execute();
}

export function insertEvent(tx: Tx, row: ContractEventRow): void {
  send(tx, tables(tx).insertInto('contracts.contract_event').values(row));
}

export function listSettlements(
  db: Db,
  centreId: number,
  ids: readonly string[],
): Promise<SettlementRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('contracts.settlement')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', 'in', [...ids])
    .orderBy('seq')
    .execute();
}

export function findSettlement(
  db: Db,
  centreId: number,
  id: string,
): Promise<SettlementRow | undefined> {
  return tables(db)
    .selectFrom('contracts.settlement')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('settlement_id', '=', id)
    .executeTakeFirst();
}

export function lockSettlement(
  tx: Tx,
  centreId: number,
  id: string,
): Promise<SettlementRow | undefined> {
  return tables(tx)
    .selectFrom('contracts.settlement')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('settlement_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function insertSettlement(tx: Tx, row: SettlementRow): void {
  send(tx, tables(tx).insertInto('contracts.settlement').values(row));
}

export function updateSettlement(tx: Tx, row: SettlementRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('contracts.settlement')
      .set({ paid_fen: row.paid_fen, is_reversed: row.is_reversed })
      .where('centre_id', '=', row.centre_id)
      .where('settlement_id', '=', row.settlement_id),
  );
}

export function listPayments(
  db: Db,
  centreId: number,
  ids: readonly string[],
): Promise<PaymentRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('contracts.payment')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', 'in', [...ids])
    .orderBy('paid_on')
    .orderBy('payment_id')
    .execute();
}

export function findPayment(db: Db, centreId: number, id: string): Promise<PaymentRow | undefined> {
  return tables(db)
    .selectFrom('contracts.payment')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('payment_id', '=', id)
    .executeTakeFirst();
}

export function insertPayment(tx: Tx, row: PaymentRow): void {
  send(tx, tables(tx).insertInto('contracts.payment').values(row));
}

export function markPaymentReversed(tx: Tx, row: PaymentRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('contracts.payment')
      .set({ is_reversed: true })
      .where('centre_id', '=', row.centre_id)
      .where('payment_id', '=', row.payment_id),
  );
}
