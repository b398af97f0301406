import type { Fen } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';
import { openLedger } from '../ledger.ts';
import * as contracts from '../repository-contracts.ts';
import * as documents from '../repository-documents.ts';
import * as items from '../repository-items.ts';
import * as meters from '../repository-meters.ts';
import { listMovementsOfDocument } from '../repository.ts';
import type { DocumentRow, MovementRow } from '../tables.ts';
import type { Effect, EffectContext } from './effect.ts';

/** 冲销: the movements of an approved document the other way round, and what it made undone. The document stays. */
export async function reverseDocument(
  context: EffectContext,
  body: { readonly documentId: string },
): Promise<Effect> {
  const { deps, tx, actor, today: day, documentId } = context;
  const document = orNotFound(await documents.lockDocument(tx, actor.centreId, body.documentId));
  if (document.state !== 'approved' || document.is_reversed) throw notReversible();
  const rows = await listMovementsOfDocument(tx, actor.centreId, document.document_id);
  await undoMade(context, document, rows);
  const ledger = await openLedger(
    deps,
    tx,
    actor,
    rows.flatMap((row) => [row.from_line_id, row.to_line_id]),
  );
  for (const row of rows.toReversed())
    ledger.undo(row, {
      day,
      documentId,
      contractId: row.contract_id,
      itemId: row.item_id,
      settlementId: row.settlement_id,
      paymentId: row.payment_id,
    });
  await ledger.write();
  documents.updateDocument(tx, { ...document, is_reversed: true, version: document.version + 1 });
  return {
    title: `${document.number} ${document.title}`,
    amountFen: document.amount_fen,
    contractId: document.contract_id,
    madeId: null,
  };
}

const notReversible = () => new ProblemError(problems.notReversible);

async function undoMade(
  context: EffectContext,
  document: DocumentRow,
  rows: readonly MovementRow[],
): Promise<void> {
  const madeId = document.made_id ?? '';
  switch (document.kind) {
    case 'adjustment':
    case 'transfer':
      return;
    case 'reservation':
      return undoReservation(context, madeId);
    case 'contract':
      return undoContract(context, madeId);
    case 'settlement':
      return undoSettlement(context, madeId, rows);
    case 'payment':
      return undoPayment(context, madeId);
    case 'closure':
    case 'carry-over':
    case 'reversal':
      throw notReversible();
  }
}

async function undoReservation({ tx, actor }: EffectContext, itemId: string): Promise<void> {
  const item = orNotFound(await items.lockItem(tx, actor.centreId, itemId));
  if (item.awarded_fen > 0n) throw notReversible();
  items.updateItem(tx, { ...item, reserved_fen: 0n, is_reversed: true });
}

async function undoContract({ tx, actor }: EffectContext, contractId: string): Promise<void> {
  const contract = orNotFound(await contracts.lockContract(tx, actor.centreId, contractId));
  const isUntouched = contract.settled_fen === 0n && contract.released_fen === 0n;
  if (!isUntouched || contract.state !== 'running') throw notReversible();
  const shares = await contracts.listShares(tx, actor.centreId, [contractId]);
  for (const share of shares)
    contracts.updateShare(tx, { ...share, released_fen: share.amount_fen });
  contracts.updateContract(tx, {
    ...contract,
    state: 'reversed',
    released_fen: contract.price_fen,
  });
  if (contract.item_id === null) return;
  const item = orNotFound(await items.lockItem(tx, actor.centreId, contract.item_id));
  items.updateItem(tx, { ...item, awarded_fen: 0n, reserved_fen: item.amount_fen });
}

async function undoSettlement(
  { tx, actor }: EffectContext,
  settlementId: string,
  rows: readonly MovementRow[],
): Promise<void> {
  const { centreId } = actor;
  const settlement = orNotFound(await contracts.lockSettlement(tx, centreId, settlementId));
  if (settlement.paid_fen > 0n || settlement.is_reversed) throw notReversible();
  const { contract_id: contractId } = settlement;
  const contract = orNotFound(await contracts.lockContract(tx, centreId, contractId));
  if (contract.state !== 'running') throw notReversible();
  const byLine = new Map<string, Fen>();
  for (const row of rows)
    byLine.set(row.to_line_id, (byLine.get(row.to_line_id) ?? 0n) + row.amount_fen);
  for (const share of await contracts.listShares(tx, centreId, [contractId])) {
    const back = byLine.get(share.line_id) ?? 0n;
    if (back > share.settled_fen) throw notReversible();
    contracts.updateShare(tx, { ...share, settled_fen: share.settled_fen - back });
  }
  meters.uncountEvents(tx, centreId, settlementId);
  contracts.updateSettlement(tx, { ...settlement, is_reversed: true });
  contracts.updateContract(tx, {
    ...contract,
    settled_fen: contract.settled_fen - settlement.amount_fen,
  });
}

async function undoPayment({ tx, actor }: EffectContext, paymentId: string): Promise<void> {
  const { centreId } = actor;
  const payment = orNotFound(await contracts.findPayment(tx, centreId, paymentId));
  const found = await contracts.lockSettlement(tx, centreId, payment.settlement_id);
  const settlement = orNotFound(found);
  const contract = orNotFound(await contracts.lockContract(tx, centreId, payment.contract_id));
  if (payment.is_reversed) throw notReversible();
  contracts.markPaymentReversed(tx, payment);
  const paidFen = settlement.paid_fen - payment.amount_fen;
  contracts.updateSettlement(tx, { ...settlement, paid_fen: paidFen });
  contracts.updateContract(tx, { ...contract, paid_fen: contract.paid_fen - payment.amount_fen });
}
