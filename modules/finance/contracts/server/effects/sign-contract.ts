import { newId } from '#kernel/ids/id.ts';
import { type Fen, toYuanText } from '#kernel/money/fen.ts';
import { formatPercent, WHOLE } from '#kernel/money/percent.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type NewContract,
  problems,
  splitPrice,
  toFen,
  toPercent,
  type YearRules,
} from '../../contract.ts';
import { type Ledger, openLedger } from '../ledger.ts';
import * as contracts from '../repository-contracts.ts';
import * as items from '../repository-items.ts';
import type { ContractRow, ItemRow, LineRow } from '../tables.ts';
import { type Effect, type EffectContext, requireNotAfter, requireNotBefore } from './effect.ts';

/** A contract: its price is committed on its lines, from what was reserved for its item where it has one. */
export async function signContract(context: EffectContext, body: NewContract): Promise<Effect> {
  const { deps, tx, actor, documentId } = context;
  const priceFen = toFen(body.price);
  checkShape(body, priceFen);
  checkDays(context, body);
  if ((await contracts.findByNumber(tx, actor.centreId, body.number)) !== undefined)
    throw new ProblemError(problems.numberTaken, { number: body.number });
  const item = await takeItem(context, body, priceFen);
  const ledger = await openLedger(deps, tx, actor, [
    ...body.shares.map((share) => share.lineId),
    ...(item === undefined ? [] : [item.line_id]),
  ]);
  const contractId = newId(deps.clock);
  const cause = { day: body.signedOn, documentId, contractId };
  for (const share of body.shares)
    commit(ledger, item, { lineId: share.lineId, amountFen: toFen(share.amount) }, cause);
  if (item !== undefined) release(ledger, item, spentOn(body, item), cause);
  await ledger.write();
  if (item !== undefined)
    items.updateItem(tx, { ...item, awarded_fen: toFen(body.award ?? '0.00'), reserved_fen: 0n });
  const [first] = body.shares;
  const line = ledger.line(first?.lineId ?? '');
  await insert(context, body, contractId, line);
  return { title: body.name, amountFen: priceFen, contractId, madeId: contractId };
}

function checkShape(body: NewContract, priceFen: Fen): void {
  const isRight = {
    milestone: body.instalments.length > 0 && body.meter === null,
    metered: body.instalments.length === 0 && body.meter !== null,
    'as-incurred': body.instalments.length === 0 && body.meter === null,
  }[body.type];
  if (!isRight) throw new ProblemError(problems.typeWrong);
  const shared = body.shares.reduce((sum, share) => sum + toFen(share.amount), 0n);
  const areOnce = new Set(body.shares.map((share) => share.lineId)).size === body.shares.length;
  if (shared !== priceFen || !areOnce)
    throw new ProblemError(problems.sharesWrong, {
      asked: toYuanText(shared),
      held: toYuanText(priceFen),
    });
  if (body.type !== 'milestone') return;
  const split = splitPrice(
    priceFen,
    body.instalments.map((one) => toPercent(one.percent)),
  );
  if (!split.ok)
    throw new ProblemError(problems.percentsWrong, {
      asked: formatPercent(split.sum),
      held: formatPercent(WHOLE),
    });
}

function checkDays({ today }: EffectContext, body: NewContract): void {
  requireNotAfter(body.signedOn, today);
  if (body.awardedOn !== null) requireNotBefore(body.signedOn, body.awardedOn);
  if (body.servesFrom !== null && body.servesUntil !== null)
    requireNotBefore(body.servesUntil, body.servesFrom);
}

/** The item it fulfils, locked: contract ≤ award ≤ item, and one contract for an item. */
async function takeItem(
  { tx, actor }: EffectContext,
  body: NewContract,
  priceFen: Fen,
): Promise<ItemRow | undefined> {
  const isNamed = body.itemId !== null;
  if (isNamed !== (body.award !== null) || isNamed !== (body.awardedOn !== null))
    throw new ProblemError(problems.awardMissing);
  if (body.itemId === null || body.award === null) return undefined;
  const item = orNotFound(await items.lockItem(tx, actor.centreId, body.itemId));
  requireNotBefore(body.signedOn, item.reserved_on);
  const awardFen = toFen(body.award);
  const leftFen = item.is_reversed || item.awarded_fen > 0n ? 0n : item.amount_fen;
  if (awardFen > leftFen)
    throw new ProblemError(problems.aboveItem, {
      asked: toYuanText(awardFen),
      held: toYuanText(leftFen),
    });
  if (priceFen > awardFen)
    throw new ProblemError(problems.aboveAward, {
      asked: toYuanText(priceFen),
      held: toYuanText(awardFen),
    });
  return item;
}

type Cause = Parameters<Ledger['post']>[1];

/** From the reserved money of the item on its own line, from what is available on others. */
function commit(
  ledger: Ledger,
  item: ItemRow | undefined,
  { lineId, amountFen }: { readonly lineId: string; readonly amountFen: Fen },
  cause: Cause,
): void {
  const side = item?.line_id === lineId ? 'reserved' : 'available';
  ledger.post(
    { kind: 'commit', from: { lineId, side }, to: { lineId, side: 'committed' }, amountFen },
    { ...cause, itemId: side === 'reserved' ? (item?.item_id ?? null) : null },
  );
}

/** What the item reserved above the price can be spent on something else. */
function release(ledger: Ledger, item: ItemRow, spentFen: Fen, cause: Cause): void {
  const left = item.reserved_fen - spentFen;
  if (left <= 0n) return;
  ledger.post(
    {
      kind: 'release',
      from: { lineId: item.line_id, side: 'reserved' },
      to: { lineId: item.line_id, side: 'available' },
      amountFen: left,
    },
    { ...cause, itemId: item.item_id },
  );
}

const spentOn = (body: NewContract, item: ItemRow): Fen =>
  body.shares
    .filter((share) => share.lineId === item.line_id)
    .reduce((sum, share) => sum + toFen(share.amount), 0n);

async function insert(
  context: EffectContext,
  body: NewContract,
  contractId: string,
  line: LineRow,
): Promise<void> {
  const { tx, actor } = context;
  const rules = await items.findRules(tx, actor.centreId, line.year);
  if (rules === undefined) throw new ProblemError(problems.noRules, { year: line.year });
  const row = toRow(context, body, { contractId, line, rules });
  contracts.insertContract(tx, row);
  contracts.insertShares(
    tx,
    body.shares.map((share, position) => ({
      centre_id: actor.centreId,
      contract_id: contractId,
      position,
      line_id: share.lineId,
      amount_fen: toFen(share.amount),
      settled_fen: 0n,
      released_fen: 0n,
    })),
  );
  const split = splitPrice(
    row.price_fen,
    body.instalments.map((one) => toPercent(one.percent)),
  );
  contracts.insertInstalments(
    tx,
    body.instalments.map(({ label, percent, trigger }, at) => ({
      centre_id: actor.centreId,
      contract_id: contractId,
      seq: at + 1,
      label,
      percent,
      amount_fen: split.ok ? (split.amounts[at] ?? 0n) : 0n,
      trigger_on: trigger.on,
      trigger_months: trigger.on === 'months-served' ? trigger.months : null,
    })),
  );
}

function toRow(
  { actor, calendar, isDemonstration }: EffectContext,
  body: NewContract,
  made: { readonly contractId: string; readonly line: LineRow; readonly rules: YearRules },
): ContractRow {
  const { contractId, line, rules } = made;
  const days = body.paymentDays ?? rules.paymentDays;
  if (days > rules.paymentDaysAtMost && body.supplier.size !== 'large')
    throw new ProblemError(problems.paymentDaysWrong, {
      asked: days,
      held: rules.paymentDaysAtMost,
    });
  return {
    centre_id: actor.centreId,
    contract_id: contractId,
    number: body.number,
    name: body.name,
    type: body.type,
    state: 'running',
    year: line.year,
    project_code: line.project_code,
    project_name: line.project_name,
    supplier: body.supplier.name,
    credit_code: body.supplier.creditCode,
    size_class: body.supplier.size,
    item_id: body.itemId,
    award_fen: body.award === null ? null : toFen(body.award),
    awarded_on: body.awardedOn,
    price_fen: toFen(body.price),
    settled_fen: 0n,
    paid_fen: 0n,
    released_fen: 0n,
    signed_on: body.signedOn,
    serves_from: body.servesFrom,
    serves_until: body.servesUntil,
    payment_days: days,
    publish_by: calendar.addWorkingDays(body.signedOn, rules.publicationDays).dueOn,
    published_on: null,
    published_at: '',
    meter_unit: body.meter?.unit ?? null,
    meter_event: body.meter?.eventType ?? null,
    meter_price_fen: body.meter === null ? null : toFen(body.meter.unitPrice),
    search: `${body.number} ${body.name} ${body.supplier.name}`.toLowerCase(),
    is_demonstration: isDemonstration,
    version: 1,
  };
}
