import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import { type Fen, toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { limitOf } from '#modules/finance/contracts/contract.ts';
import type { ChainContract } from '#modules/finance/contracts/index.ts';

import {
  type ChainOfContract,
  type ChainOfProject,
  type ChainOfSettlement,
  permissions,
} from '../../contract.ts';
import type { ProjectsDeps } from '../deps.ts';
import { compare, compareCounts, sumFen } from './checks.ts';
import { describeThings } from './things.ts';

/** A project of a year, the newest unless said, down to its contracts. */
export async function getChainOfProject(
  { database, contracts }: ProjectsDeps,
  actor: Actor,
  code: string,
  year: number | undefined,
): Promise<ChainOfProject> {
  authorise(actor, permissions.view.name);
  const years = await contracts.listProjectYears(database.db, actor.centreId, {
    code,
    ...(year === undefined ? {} : { year }),
  });
  const [newest] = years.toSorted((one, other) => other.year - one.year);
  const money = orNotFound(newest);
  const limit = limitOf(money.figures);
  const lines = money.lines.map((line) => ({ ...line, limitFen: limitOf(line.figures) }));
  const { paid } = money.figures.buckets;
  return {
    code: money.code,
    name: money.name,
    year: money.year,
    limit: toYuanText(limit),
    paid: toYuanText(paid),
    lines: lines.map(({ lineId: id, key, name, limitFen }) => ({
      id,
      key,
      name,
      limit: toYuanText(limitFen),
    })),
    contracts: money.contracts.map(
      ({ contractId: id, priceFen, settledFen, paidFen, ...rest }) => ({
        id,
        number: rest.number,
        name: rest.name,
        supplier: rest.supplier,
        price: toYuanText(priceFen),
        settled: toYuanText(settledFen),
        paid: toYuanText(paidFen),
      }),
    ),
    checks: [
      compare('lines', sumFen(lines.map(({ limitFen }) => limitFen)), limit),
      compare('contracts-paid', sumFen(money.contracts.map(({ paidFen }) => paidFen)), paid),
    ],
  };
}

const toHead = (row: ChainContract) => ({
  id: row.contractId,
  number: row.number,
  name: row.name,
  supplier: row.supplier,
  price: toYuanText(row.priceFen),
  settled: toYuanText(row.settledFen),
  paid: toYuanText(row.paidFen),
  unitPrice: row.unitPriceFen === null ? null : toYuanText(row.unitPriceFen),
});

export async function getChainOfContract(
  { database, contracts }: ProjectsDeps,
  actor: Actor,
  id: string,
): Promise<ChainOfContract> {
  authorise(actor, permissions.view.name);
  const row = orNotFound(await contracts.findChainContract(database.db, actor.centreId, id));
  const { year, projectCode, projectName, unit, settlements } = row;
  const payments = settlements.flatMap((one) => one.payments.map(({ amountFen }) => amountFen));
  return {
    ...toHead(row),
    year,
    projectCode,
    projectName,
    unit,
    settlements: settlements.map((one) => ({
      id: one.settlementId,
      seq: one.seq,
      what: one.what,
      confirmedOn: one.confirmedOn,
      quantity: one.quantity,
      amount: toYuanText(one.amountFen),
      paid: toYuanText(one.paidFen),
      payments: one.payments.map(({ paidOn, voucher, amountFen }) => ({
        paidOn,
        voucher,
        amount: toYuanText(amountFen),
      })),
    })),
    checks: [
      compare('settlements', sumFen(settlements.map(({ amountFen }) => amountFen)), row.settledFen),
      compare('payments', sumFen(payments), row.paidFen),
    ],
  };
}

/** A settlement down to each thing that it was counted from, with the firm, the case and the ticket behind it. */
export async function getChainOfSettlement(
  deps: ProjectsDeps,
  actor: Actor,
  id: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<ChainOfSettlement> {
  authorise(actor, permissions.view.name);
  const { contracts, database } = deps;
  const { db } = database;
  const { centreId } = actor;
  const contractId = orNotFound(await contracts.findContractOfSettlement(db, centreId, id));
  const row = orNotFound(await contracts.findChainContract(db, centreId, contractId));
  const own = orNotFound(row.settlements.find((one) => one.settlementId === id));
  const [day, key] = readCursor(page.cursor) ?? [];
  const after =
    day === undefined || key === undefined ? undefined : ([String(day), String(key)] as const);
  const [events, sums] = await Promise.all([
    contracts.listChainEvents(db, centreId, id, { after, limit: page.limit + 1 }),
    contracts.sumChainEvents(db, centreId, id),
  ]);
  const shown = toPage(
    events,
    page.limit,
    (event) => event,
    (event) => [event.day, event.key],
  );
  return {
    id,
    what: own.what,
    confirmedOn: own.confirmedOn,
    quantity: own.quantity,
    amount: toYuanText(own.amountFen),
    paid: toYuanText(own.paidFen),
    contractId,
    contractNumber: row.number,
    contractName: row.name,
    projectCode: row.projectCode,
    projectName: row.projectName,
    year: row.year,
    unit: row.unit,
    unitPrice: row.unitPriceFen === null ? null : toYuanText(row.unitPriceFen),
    checks: checkEvents(own, row.unitPriceFen, sums.quantity),
    items: await describeThings(
      deps,
      centreId,
      shown.items.map((event) => ({
        ...event,
        amountFen: row.unitPriceFen === null ? null : row.unitPriceFen * BigInt(event.quantity),
      })),
    ),
    nextCursor: shown.nextCursor,
  };
}

/** Only what is metered is counted; an instalment has nothing below it. */
function checkEvents(
  { amountFen, quantity }: { readonly amountFen: Fen; readonly quantity: number | null },
  unitPriceFen: Fen | null,
  counted: number,
): ChainOfSettlement['checks'] {
  if (unitPriceFen === null || quantity === null) return [];
  return [
    compareCounts('quantity', counted, quantity),
    compare('events', unitPriceFen * BigInt(counted), amountFen),
  ];
}
