import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  type PastSettlement,
  permissions,
  type SettlementProgress,
  type TakenOver,
} from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import { pay } from './effects/pay.ts';
import { openContext } from './effects/run-effect.ts';
import { settle } from './effects/settle.ts';
import { countMetered } from './metered.ts';
import * as contracts from './repository-contracts.ts';
import * as meters from './repository-meters.ts';

/**
 * A settlement from before this software, with its payment: it was signed elsewhere, so no document is made. Nobody checks
 * or approves it here: only whoever may take over contracts may, whatever sheet it comes by.
 */
export async function takeOverSettlement(
  deps: ContractsDeps,
  tx: Tx,
  actor: Actor,
  past: PastSettlement,
): Promise<TakenOver> {
  authorise(actor, permissions.manageRules.name);
  const { centreId } = actor;
  const { contractId, eventType, lines, what, confirmedOn, invoice, payment } = past;
  countMetered(
    tx,
    actor,
    lines.map((line) => ({ ...line, eventType })),
  );
  const keys = lines.map(({ key }) => key);
  await meters.lockCounted(tx, centreId, eventType, keys);
  const proposalId = newId(deps.clock);
  meters.proposeEvents(tx, centreId, eventType, keys, proposalId);
  const context = await openContext(deps, tx, actor, null);
  const { amountFen, madeId } = await settle(context, {
    kind: 'settlement',
    contractId,
    instalment: null,
    untilOn: null,
    amount: null,
    proposalId,
    what,
    confirmedOn,
    invoiceNumber: invoice?.number ?? '',
    invoicedOn: invoice?.on ?? null,
    invoiceFileId: null,
  });
  const settlementId = orNotFound(madeId ?? undefined);
  if (payment !== undefined)
    await pay(context, {
      kind: 'payment',
      settlementId,
      amount: toYuanText(amountFen),
      paidOn: payment.on,
      voucher: payment.voucher,
    });
  const made = orNotFound(await findTakenOver(tx, centreId, settlementId));
  return { settlementId, number: made.number };
}

/** How a settlement stands that was taken over: it is approved, since it happened. */
export async function findTakenOver(
  db: Db,
  centreId: number,
  settlementId: string,
): Promise<SettlementProgress | undefined> {
  const row = await contracts.findSettlement(db, centreId, settlementId);
  if (row === undefined) return undefined;
  const contract = await contracts.findContract(db, centreId, row.contract_id);
  return {
    // What a settlement is called that no document stands behind.
    number: `${contract?.number ?? ''}-${row.seq}`,
    state: 'approved',
    settlementId,
    amountFen: row.amount_fen,
    paidFen: row.paid_fen,
    dueOn: row.due_on,
    isReversed: row.is_reversed,
  };
}
