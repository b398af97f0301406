import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { Meter } from '#modules/fulfilment/seals/contract.ts';
import { isBound, lastDayOf } from '#modules/fulfilment/seals/index.ts';

import {
  type BillLine,
  EVENT_TYPE,
  events,
  type MonthInFull,
  PAYABLE,
  permissions,
  problems,
  type Verdict,
} from '../../contract.ts';
import type { CourierDeps, Doing } from '../deps.ts';
import { BILL_PURPOSE } from '../file-purposes.ts';
import { keyOf } from '../move-parcel.ts';
import * as repository from '../repository-bill.ts';
import { readSettings } from '../settings.ts';
import type { BillLineRow, MonthRow } from '../tables.ts';
import { loadMonth, toBillLine } from './look.ts';
import { type Billed, type Matched, matchBill } from './match-bill.ts';
import { readBill } from './read-bill.ts';

/** The month, kept; refuses one that was handed on, unless its document came back: then its lines are free again. */
async function lockOpen({ deps, tx, actor }: Doing, month: string): Promise<MonthRow> {
  const { centreId } = actor;
  const row = await repository.lockMonth(tx, centreId, month);
  if (row.state !== 'handed-on') return row;
  if (await isBound(deps.contracts, tx, centreId, row.document_id))
    throw new ProblemError(problems.monthHandedOn, { month, number: row.document_number });
  await repository.freeSettled(tx, centreId, month);
  return { ...row, state: 'matched' };
}

export async function requireMeter({ deps, tx, actor }: Doing, onDay: string) {
  const asked = { eventType: EVENT_TYPE, onDay };
  const meter = await deps.contracts.findMeteredContract(tx, actor.centreId, asked);
  if (meter === undefined) throw new ProblemError(problems.noContract, { day: onDay });
  return meter;
}

function tellMonth(
  { deps, tx, actor }: Doing,
  told: {
    readonly month: string;
    readonly act: 'match' | 'judge' | 'hand-on';
    readonly lines: number;
  },
  audit: Readonly<Record<string, unknown>>,
): void {
  tell(tx, deps.clock, actor, events.monthChanged, {
    subject: { kind: 'courier.month', id: told.month },
    payload: told,
    audit,
  });
}

/**
 * 对账: the carrier's bill of a month is held against our books, parcel by parcel. What agrees is agreed; the rest waits for a
 * judgement, or is dropped where there is nothing to pay. Another bill replaces it until the month is handed on.
 */
export async function takeBill(
  deps: CourierDeps,
  actor: Actor,
  { month, fileId }: { readonly month: string; readonly fileId: string },
  once: Once,
): Promise<MonthInFull> {
  authorise(actor, permissions.settle.name);
  const file = await deps.files.getFile(deps.database.db, actor, fileId, BILL_PURPOSE);
  const billed = await readBill(await file.open());
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const untilOn = lastDayOf(month);
    const { today } = await centreDay(deps, tx, actor.centreId);
    if (today <= untilOn) throw new ProblemError(problems.monthNotOver, { month });
    const row = await lockOpen(doing, month);
    const meter = await requireMeter(doing, untilOn);
    await deps.files.attach(tx, actor, fileId, BILL_PURPOSE, { kind: 'courier.month', id: month });
    await matchMonth(doing, row, { meter, file, lines: billed });
    const view = await loadMonth(deps, tx, actor.centreId, month);
    once.claim(tx, view);
    return view;
  });
}

/** Writes the lines of a bill with what is wrong with each, and the month as they leave it. */
export async function matchMonth(
  doing: Doing,
  row: MonthRow,
  bill: {
    readonly meter: Meter;
    readonly file: { readonly name: string; readonly hash: string };
    readonly lines: readonly Billed[];
  },
): Promise<void> {
  const { tx, actor } = doing;
  const { month } = row;
  const { meter, file, lines } = bill;
  const books = { month, untilOn: lastDayOf(month), unitPriceFen: meter.unitPriceFen };
  const matched = matchBill(lines, await readBooks(doing, books, lines));
  await repository.replaceLines(
    tx,
    actor.centreId,
    month,
    matched.map(toRow(actor.centreId, month)),
  );
  repository.updateMonth(tx, {
    ...row,
    state: 'matched',
    file_name: file.name,
    file_hash: file.hash,
    billed_rows: matched.length,
    contract_id: meter.contractId,
    contract_number: meter.number,
    contract_name: meter.name,
    supplier: meter.supplier,
    unit_price_fen: meter.unitPriceFen,
    version: row.version + 1,
  });
  const told = { month, act: 'match' as const, lines: matched.length };
  tellMonth(doing, told, { file: file.name, hash: file.hash });
}

async function readBooks(
  { tx, actor }: Doing,
  of: { readonly month: string; readonly untilOn: string; readonly unitPriceFen: bigint },
  billed: ReadonlyArray<{ readonly trackingNo: string }>,
) {
  const { centreId } = actor;
  const numbers = [...new Set(billed.map(({ trackingNo }) => trackingNo))];
  const known = await repository.listKnown(tx, centreId, numbers);
  const parcelIds = known.map((one) => one.parcel_id);
  const [claimed, { toleranceGrams }] = await Promise.all([
    repository.listClaimed(tx, centreId, { month: of.month, parcelIds }),
    readSettings(tx, centreId),
  ]);
  const { untilOn, unitPriceFen } = of;
  const parcels = new Map(known.map((one) => [one.tracking_no, one]));
  return { parcels, claimed, untilOn, unitPriceFen, toleranceGrams };
}

function firstVerdict({ difference }: Matched): Verdict {
  if (difference === 'none') return 'agreed';
  return PAYABLE.some((one) => one === difference) ? 'open' : 'dropped';
}

const toRow =
  (centreId: number, month: string) =>
  (line: Matched): BillLineRow => ({
    centre_id: centreId,
    month,
    row_number: line.rowNumber,
    tracking_no: line.trackingNo,
    our_number: line.ourNumber,
    billed_on: line.billedOn,
    weight_grams: line.weightGrams,
    amount_fen: line.amountFen,
    parcel_id: line.parcelId,
    signed_on: line.signedOn,
    difference: line.difference,
    held: line.held,
    verdict: firstVerdict(line),
    reason: '',
    settled_in: null,
  });

/** 核定差异: a delivered parcel whose weight or price differs is paid at the contract's price, or not at all. */
export async function judgeLine(
  deps: CourierDeps,
  actor: Actor,
  asked: {
    readonly month: string;
    readonly rowNumber: number;
    readonly verdict: Exclude<Verdict, 'agreed'>;
    readonly reason: string;
  },
  once: Once,
): Promise<BillLine> {
  authorise(actor, permissions.settle.name);
  return deps.database.transaction(async (tx) => {
    const { month, rowNumber, verdict, reason } = asked;
    await repository.lockMonth(tx, actor.centreId, month);
    const before = orNotFound(await repository.lockLine(tx, actor.centreId, month, rowNumber));
    if (before.settled_in !== null)
      throw new ProblemError(problems.lineSettled, { month: before.settled_in });
    await requireJudgeable(tx, before, verdict);
    const after = { ...before, verdict, reason };
    repository.updateLine(tx, after);
    tellMonth(
      { deps, tx, actor },
      { month, act: 'judge', lines: 1 },
      { rowNumber, verdict, reason },
    );
    const view = toBillLine(after);
    once.claim(tx, view);
    return view;
  });
}

async function requireJudgeable(tx: Tx, row: BillLineRow, verdict: Verdict): Promise<void> {
  const { parcel_id: parcelId } = row;
  if (!PAYABLE.some((one) => one === row.difference) || parcelId === null)
    throw new ProblemError(problems.notPayable, { row: row.row_number });
  if (row.verdict !== 'dropped' || verdict === 'dropped') return;
  const month = await repository.findClaim(tx, row.centre_id, parcelId);
  if (month !== undefined) throw new ProblemError(problems.alreadyBilled, { month });
}

/** 提交结算: what is agreed goes to the contracts as one settlement; whatever is still open waits for a later month. */
export async function handOnMonth(
  deps: CourierDeps,
  actor: Actor,
  { month, version }: { readonly month: string; readonly version: number },
  once: Once,
): Promise<MonthInFull> {
  authorise(actor, permissions.settle.name);
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const { centreId } = actor;
    const row = await lockOpen(doing, month);
    requireVersion(row, version);
    if (row.state === 'open') throw new ProblemError(problems.monthOpen, { month });
    const meter = await requireMeter(doing, lastDayOf(month));
    const agreed = await repository.lockAgreed(tx, centreId, month);
    const lines = agreed.flatMap(({ parcel_id: id, signed_on: day }) =>
      id === null || day === null
        ? []
        : [{ key: keyOf(id), day, quantity: 1, unitPriceFen: meter.unitPriceFen }],
    );
    if (lines.length === 0) throw new ProblemError(problems.nothingToSettle, { month });
    repository.markSettled(tx, centreId, month);
    const { today, now } = await centreDay(deps, tx, centreId);
    const document = await deps.contracts.proposeSettlement(tx, actor, {
      contractId: meter.contractId,
      lines,
      what: `${month} 免费寄递 ${lines.length} 件`,
      reason: `${month} 快递账单逐件核对，认可 ${lines.length} 件。`,
      confirmedOn: today,
    });
    repository.updateMonth(tx, {
      ...row,
      state: 'handed-on',
      unit_price_fen: meter.unitPriceFen,
      document_id: document.documentId,
      document_number: document.number,
      handed_on_at: now,
      version: row.version + 1,
    });
    const told = { month, act: 'hand-on' as const, lines: lines.length };
    tellMonth(doing, told, { document: document.number });
    const view = await loadMonth(deps, tx, centreId, month);
    once.claim(tx, view);
    return view;
  });
}
