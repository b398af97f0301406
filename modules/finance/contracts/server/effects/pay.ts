import { newId } from '#kernel/ids/id.ts';
import { type Fen, toYuanText } from '#kernel/money/fen.ts';
import { splitByWeight } from '#kernel/money/percent.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type NewPayment, problems, toFen } from '../../contract.ts';
import { openLedger } from '../ledger.ts';
import * as contracts from '../repository-contracts.ts';
import { listMovementsOfSettlement } from '../repository.ts';
import type { MovementRow } from '../tables.ts';
import { type Effect, type EffectContext, requireNotAfter, requireNotBefore } from './effect.ts';

/** A payment of a settlement, with the number of its voucher in the unit's accounts. */
export async function pay(context: EffectContext, body: NewPayment): Promise<Effect> {
  const { deps, tx, actor, documentId } = context;
  const { centreId } = actor;
  const settlement = orNotFound(await contracts.lockSettlement(tx, centreId, body.settlementId));
  const { contract_id: contractId, settlement_id: settlementId } = settlement;
  const contract = orNotFound(await contracts.lockContract(tx, centreId, contractId));
  requireNotAfter(body.paidOn, context.today);
  requireNotBefore(body.paidOn, settlement.confirmed_on);
  const amountFen = toFen(body.amount);
  const openFen = settlement.is_reversed ? 0n : settlement.amount_fen - settlement.paid_fen;
  if (amountFen > openFen)
    throw new ProblemError(problems.aboveSettlement, {
      asked: toYuanText(amountFen),
      held: toYuanText(openFen),
    });
  const owing = sumOwing(await listMovementsOfSettlement(tx, centreId, settlementId));
  const paymentId = newId(deps.clock);
  const ledger = await openLedger(deps, tx, actor, [...owing.keys()]);
  const parts = splitByWeight(amountFen, [...owing.values()]);
  for (const [at, lineId] of [...owing.keys()].entries()) {
    const part = parts[at] ?? 0n;
    if (part === 0n) continue;
    ledger.post(
      { kind: 'pay', from: { lineId, side: 'due' }, to: { lineId, side: 'paid' }, amountFen: part },
      { day: body.paidOn, documentId, contractId, settlementId, paymentId, text: body.voucher },
    );
  }
  await ledger.write();
  contracts.insertPayment(tx, {
    centre_id: centreId,
    payment_id: paymentId,
    settlement_id: settlementId,
    contract_id: contractId,
    amount_fen: amountFen,
    paid_on: body.paidOn,
    voucher: body.voucher,
    by_name: actor.name,
    is_reversed: false,
  });
  contracts.updateSettlement(tx, { ...settlement, paid_fen: settlement.paid_fen + amountFen });
  contracts.updateContract(tx, { ...contract, paid_fen: contract.paid_fen + amountFen });
  const title = `${contract.name} ${settlement.what}`.trim();
  return { title, amountFen, contractId, madeId: paymentId };
}

/** What each line still owes of a settlement, by its movements. */
function sumOwing(rows: readonly MovementRow[]): Map<string, Fen> {
  const owing = new Map<string, Fen>();
  const add = (lineId: string, fen: Fen) => owing.set(lineId, (owing.get(lineId) ?? 0n) + fen);
  for (const row of rows) {
    if (row.to_side === 'due') add(row.to_line_id, row.amount_fen);
    if (row.from_side === 'due') add(row.from_line_id, -row.amount_fen);
  }
  return owing;
}
