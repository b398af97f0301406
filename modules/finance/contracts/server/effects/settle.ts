import type { Day } from '#kernel/clock/day.ts';
import { newId } from '#kernel/ids/id.ts';
import { type Fen, toYuanText } from '#kernel/money/fen.ts';
import { splitByWeight } from '#kernel/money/percent.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { findReachedOn, type NewSettlement, problems, toFen } from '../../contract.ts';
import { toDays, toTrigger } from '../contract-days.ts';
import { INVOICE } from '../evidence.ts';
import { openLedger } from '../ledger.ts';
import * as contracts from '../repository-contracts.ts';
import * as meters from '../repository-meters.ts';
import type { ContractRow, CountedRow, SettlementRow, ShareRow } from '../tables.ts';
import { type Effect, type EffectContext, requireNotAfter, requireNotBefore } from './effect.ts';

/** What is owed, by the way in which the contract is priced. */
interface Owed {
  readonly amountFen: Fen;
  readonly what: string;
  readonly instalmentSeq: number | null;
  readonly counted: readonly CountedRow[];
}

/** What a settlement would owe as things stand: decided, with its contract locked and nothing written. */
export async function decideSettlement(
  context: EffectContext,
  body: NewSettlement,
): Promise<{
  readonly contract: ContractRow;
  readonly settlements: readonly SettlementRow[];
  readonly owed: Owed;
}> {
  const { tx, actor, today } = context;
  const { centreId } = actor;
  const contract = orNotFound(await contracts.lockContract(tx, centreId, body.contractId));
  if (contract.state !== 'running') throw new ProblemError(problems.notRunning);
  requireNotAfter(body.confirmedOn, today);
  requireNotBefore(body.confirmedOn, contract.signed_on);
  const settlements = await contracts.listSettlements(tx, centreId, [contract.contract_id]);
  const owed = await decideOwed(context, contract, body, settlements);
  requireLeft(contract, owed.amountFen);
  return { contract, settlements, owed };
}

/** A settlement: what was committed becomes due, thirty days (or as agreed) after it was confirmed. */
export async function settle(context: EffectContext, body: NewSettlement): Promise<Effect> {
  const { deps, tx, actor, calendar } = context;
  const { centreId } = actor;
  const { contract, settlements, owed } = await decideSettlement(context, body);
  const settlementId = newId(deps.clock);
  await makeDue(context, { contract, settlementId, day: body.confirmedOn, owed });
  const dueOn = calendar.addNaturalDays(body.confirmedOn, contract.payment_days, {
    onDayOff: 'next-working-day',
  }).dueOn;
  const seq = Math.max(0, ...settlements.map((one) => one.seq)) + 1;
  const invoiceName = await nameOfInvoice(context, body);
  const made = { settlementId, seq, dueOn, invoiceName };
  contracts.insertSettlement(tx, toRow(contract, body, owed, made));
  contracts.updateContract(tx, {
    ...contract,
    settled_fen: contract.settled_fen + owed.amountFen,
  });
  if (contract.meter_event !== null && owed.counted.length > 0)
    meters.countEvents(
      tx,
      centreId,
      contract.meter_event,
      owed.counted.map((row) => row.event_key),
      settlementId,
    );
  return {
    title: `${contract.name} ${owed.what}`.trim(),
    amountFen: owed.amountFen,
    contractId: contract.contract_id,
    madeId: settlementId,
  };
}

/** Moves what is owed from committed to due, on each line its part. */
async function makeDue(
  { deps, tx, actor, documentId }: EffectContext,
  of: {
    readonly contract: ContractRow;
    readonly settlementId: string;
    readonly day: Day;
    readonly owed: Owed;
  },
): Promise<void> {
  const { contract, settlementId, day, owed } = of;
  const { contract_id: contractId } = contract;
  const shares = await contracts.listShares(tx, actor.centreId, [contractId]);
  const ledger = await openLedger(
    deps,
    tx,
    actor,
    shares.map((share) => share.line_id),
  );
  const cause = { day, documentId, contractId, settlementId };
  for (const { share, amountFen } of spread(shares, owed.amountFen)) {
    const leg = { lineId: share.line_id };
    ledger.post(
      {
        kind: 'settle',
        from: { ...leg, side: 'committed' },
        to: { ...leg, side: 'due' },
        amountFen,
      },
      cause,
    );
    contracts.updateShare(tx, { ...share, settled_fen: share.settled_fen + amountFen });
  }
  await ledger.write();
}

async function nameOfInvoice(
  { deps, tx, actor }: EffectContext,
  { invoiceFileId }: NewSettlement,
): Promise<string> {
  if (invoiceFileId === null) return '';
  return (await deps.files.getFile(tx, actor, invoiceFileId, INVOICE)).name;
}

/** Which lines owe how much: in proportion to what each still has committed. */
export function spread(
  shares: readonly ShareRow[],
  amountFen: Fen,
): Array<{ readonly share: ShareRow; readonly amountFen: Fen }> {
  const parts = splitByWeight(amountFen, shares.map(leftOf));
  return shares.flatMap((share, at) => {
    const part = parts[at] ?? 0n;
    return part === 0n ? [] : [{ share, amountFen: part }];
  });
}

export const leftOf = (share: ShareRow): Fen =>
  share.amount_fen - share.settled_fen - share.released_fen;

function requireLeft(contract: ContractRow, amountFen: Fen): void {
  const leftFen = contract.price_fen - contract.settled_fen - contract.released_fen;
  if (amountFen > leftFen)
    throw new ProblemError(problems.aboveContract, {
      asked: toYuanText(amountFen),
      held: toYuanText(leftFen),
    });
}

async function decideOwed(
  context: EffectContext,
  contract: ContractRow,
  body: NewSettlement,
  settlements: readonly SettlementRow[],
): Promise<Owed> {
  const { instalment, untilOn, amount, proposalId } = body;
  const isAlone = [instalment, untilOn, amount, proposalId].filter((one) => one !== null);
  if (isAlone.length !== 1) throw new ProblemError(problems.settlementWrong);
  if (contract.type === 'milestone' && instalment !== null)
    return decideInstalment(context, contract, body, settlements, instalment);
  if (contract.type === 'metered' && untilOn !== null)
    return decideCounted(context, contract, body, untilOn);
  if (contract.type === 'metered' && proposalId !== null)
    return decideProposed(context, contract, body, proposalId);
  if (contract.type === 'as-incurred' && amount !== null)
    return { amountFen: toFen(amount), what: body.what, instalmentSeq: null, counted: [] };
  throw new ProblemError(problems.settlementWrong);
}

/** An instalment is owed from the day on which what it waits for has happened, and once. */
async function decideInstalment(
  { tx, actor, calendar }: EffectContext,
  contract: ContractRow,
  body: NewSettlement,
  settlements: readonly SettlementRow[],
  seq: number,
): Promise<Owed> {
  const ids = [contract.contract_id];
  const [instalments, recorded] = await Promise.all([
    contracts.listInstalments(tx, actor.centreId, ids),
    contracts.listEvents(tx, actor.centreId, ids),
  ]);
  const row = orNotFound(instalments.find((one) => one.seq === seq));
  const before = settlements.find((one) => one.instalment_seq === seq && !one.is_reversed);
  if (before !== undefined)
    throw new ProblemError(problems.alreadySettled, {
      seq,
      held: toYuanText(before.amount_fen),
      asked: toYuanText(row.amount_fen),
    });
  const reachedOn = findReachedOn(toTrigger(row), toDays(contract, recorded), calendar);
  if (reachedOn === undefined || reachedOn > body.confirmedOn)
    throw new ProblemError(problems.notReached, {
      seq,
      held: reachedOn ?? '未登记 not recorded',
      asked: body.confirmedOn,
    });
  return {
    amountFen: row.amount_fen,
    what: body.what === '' ? row.label : body.what,
    instalmentSeq: seq,
    counted: [],
  };
}

/** Counted events × unit price: those up to a day that no settlement has. */
async function decideCounted(
  { tx, actor }: EffectContext,
  contract: ContractRow,
  body: NewSettlement,
  untilOn: Day,
): Promise<Owed> {
  requireNotAfter(untilOn, body.confirmedOn);
  const from = contract.serves_from ?? contract.signed_on;
  const until = [untilOn, contract.serves_until ?? untilOn].toSorted()[0] ?? untilOn;
  const counted = await meters.lockUncounted(tx, actor.centreId, contract.meter_event ?? '', [
    from,
    until,
  ]);
  if (counted.length === 0)
    throw new ProblemError(problems.nothingCounted, { asked: untilOn, held: '0' });
  return priced(contract, body, counted);
}

/** The same for the events that whoever did the work put forward. */
async function decideProposed(
  { tx, actor }: EffectContext,
  contract: ContractRow,
  body: NewSettlement,
  proposalId: string,
): Promise<Owed> {
  const counted = await meters.lockProposed(tx, actor.centreId, proposalId);
  const own = counted.filter((row) => row.event_type === contract.meter_event);
  if (own.length === 0)
    throw new ProblemError(problems.nothingCounted, { asked: body.confirmedOn, held: '0' });
  return priced(contract, body, own);
}

function priced(contract: ContractRow, body: NewSettlement, counted: readonly CountedRow[]): Owed {
  const quantity = counted.reduce((sum, row) => sum + row.quantity, 0);
  const amountFen = BigInt(quantity) * (contract.meter_price_fen ?? 0n);
  return { amountFen, what: body.what, instalmentSeq: null, counted };
}

function toRow(
  contract: ContractRow,
  body: NewSettlement,
  owed: Owed,
  made: {
    readonly settlementId: string;
    readonly seq: number;
    readonly dueOn: Day;
    readonly invoiceName: string;
  },
): SettlementRow {
  const days = owed.counted.map((row) => row.day).toSorted();
  const isMetered = contract.type === 'metered';
  return {
    centre_id: contract.centre_id,
    settlement_id: made.settlementId,
    contract_id: contract.contract_id,
    seq: made.seq,
    instalment_seq: owed.instalmentSeq,
    what: owed.what,
    amount_fen: owed.amountFen,
    paid_fen: 0n,
    quantity: isMetered ? owed.counted.reduce((sum, row) => sum + row.quantity, 0) : null,
    from_on: isMetered ? (days.at(0) ?? null) : null,
    until_on: isMetered ? (days.at(-1) ?? null) : null,
    confirmed_on: body.confirmedOn,
    due_on: made.dueOn,
    invoice_number: body.invoiceNumber,
    invoiced_on: body.invoicedOn,
    invoice_file_id: body.invoiceFileId,
    invoice_file_name: made.invoiceName,
    is_reversed: false,
  };
}
