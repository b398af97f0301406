import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Fen } from '#kernel/money/fen.ts';

import * as chain from './repository-chain.ts';
import * as contracts from './repository-contracts.ts';
import type { ContractRow, CountedRow, SettlementRow } from './tables.ts';

/** A contract with what was settled and paid under it. Reversed ones are left out. */
export interface ChainContract {
  readonly contractId: string;
  readonly number: string;
  readonly name: string;
  readonly supplier: string;
  readonly year: number;
  readonly projectCode: string;
  readonly projectName: string;
  readonly unit: string;
  /** Null where it is not metered. */
  readonly unitPriceFen: Fen | null;
  readonly priceFen: Fen;
  readonly settledFen: Fen;
  readonly paidFen: Fen;
  readonly settlements: readonly ChainSettlement[];
}

export interface ChainSettlement {
  readonly settlementId: string;
  readonly seq: number;
  readonly what: string;
  readonly confirmedOn: Day;
  readonly quantity: number | null;
  readonly amountFen: Fen;
  readonly paidFen: Fen;
  readonly payments: ReadonlyArray<{
    readonly paidOn: Day;
    readonly voucher: string;
    readonly amountFen: Fen;
  }>;
}

/** One thing that was done and counted. */
export interface ChainEvent {
  readonly key: string;
  readonly eventType: string;
  readonly day: Day;
  readonly quantity: number;
}

/** What became of a thing that was counted: what it costs, under which contract, and whether it was settled and paid. */
export interface ChainCost extends ChainEvent {
  /** Null where no contract pays for it. */
  readonly amountFen: Fen | null;
  readonly state: 'counted' | 'proposed' | 'settled' | 'paid';
  readonly settlementId: string | null;
  readonly contract: Pick<
    ChainContract,
    'contractId' | 'number' | 'name' | 'year' | 'projectCode' | 'projectName'
  > | null;
}

const toHead = (row: ContractRow) => ({
  contractId: row.contract_id,
  number: row.number,
  name: row.name,
  supplier: row.supplier,
  year: row.year,
  projectCode: row.project_code,
  projectName: row.project_name,
  unit: row.meter_unit ?? '',
  unitPriceFen: row.type === 'metered' ? row.meter_price_fen : null,
  priceFen: row.price_fen,
  settledFen: row.settled_fen,
  paidFen: row.paid_fen,
});

export async function findChainContract(
  db: Db,
  centreId: number,
  contractId: string,
): Promise<ChainContract | undefined> {
  const [row, settlements, payments] = await Promise.all([
    contracts.findContract(db, centreId, contractId),
    contracts.listSettlements(db, centreId, [contractId]),
    contracts.listPayments(db, centreId, [contractId]),
  ]);
  if (row === undefined) return undefined;
  const standing = settlements.filter((one) => !one.is_reversed);
  return {
    ...toHead(row),
    settlements: standing.map((one) => ({
      settlementId: one.settlement_id,
      seq: one.seq,
      what: one.what,
      confirmedOn: one.confirmed_on,
      quantity: one.quantity,
      amountFen: one.amount_fen,
      paidFen: one.paid_fen,
      payments: payments
        .filter((paid) => paid.settlement_id === one.settlement_id && !paid.is_reversed)
        .map((paid) => ({
          paidOn: paid.paid_on,
          voucher: paid.voucher,
          amountFen: paid.amount_fen,
        })),
    })),
  };
}

/** The contract under which a settlement was made. */
export async function findContractOfSettlement(
  db: Db,
  centreId: number,
  settlementId: string,
): Promise<string | undefined> {
  return (await chain.findSettlement(db, centreId, settlementId))?.contract_id;
}

const toEvent = (row: CountedRow): ChainEvent => ({
  key: row.event_key,
  eventType: row.event_type,
  day: row.day,
  quantity: row.quantity,
});

export async function listChainEvents(
  db: Db,
  centreId: number,
  settlementId: string,
  page: { readonly after: readonly [day: string, key: string] | undefined; readonly limit: number },
): Promise<ChainEvent[]> {
  return (await chain.listSettled(db, centreId, settlementId, page)).map(toEvent);
}

/** What things cost, by the keys under which they were counted; one that was never counted is left out. */
export async function listChainCosts(
  db: Db,
  centreId: number,
  keys: readonly string[],
): Promise<ChainCost[]> {
  const rows = await chain.listByKeys(db, centreId, keys);
  const [settlements, metered] = await Promise.all([
    chain.listSettlementsByIds(
      db,
      centreId,
      rows.flatMap((row) => row.settlement_id ?? []),
    ),
    chain.listMeteredOf(db, centreId, [...new Set(rows.map((row) => row.event_type))]),
  ]);
  return rows.map((row) => toCost(row, settlements, metered));
}

function toCost(
  row: CountedRow,
  settlements: readonly SettlementRow[],
  metered: readonly ContractRow[],
): ChainCost {
  const settlement = settlements.find((one) => one.settlement_id === row.settlement_id);
  const contract = metered.find((one) =>
    settlement === undefined
      ? one.meter_event === row.event_type && serves(one, row.day)
      : one.contract_id === settlement.contract_id,
  );
  const priceFen = contract?.meter_price_fen ?? null;
  return {
    ...toEvent(row),
    amountFen: priceFen === null ? null : priceFen * BigInt(row.quantity),
    state: stateOf(row, settlement),
    settlementId: settlement?.settlement_id ?? null,
    contract: contract === undefined ? null : toHead(contract),
  };
}

const serves = (row: ContractRow, day: Day): boolean =>
  (row.serves_from ?? row.signed_on) <= day &&
  (row.serves_until === null || day <= row.serves_until);

function stateOf(row: CountedRow, settlement: SettlementRow | undefined): ChainCost['state'] {
  if (settlement === undefined) return row.proposal_id === null ? 'counted' : 'proposed';
  return settlement.paid_fen === settlement.amount_fen ? 'paid' : 'settled';
}

/** How much a settlement was counted from. */
export const sumChainEvents = chain.sumSettled;
