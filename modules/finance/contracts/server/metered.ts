import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type MeteredContract,
  type MeteredEvent,
  problems,
  type ProposedSettlement,
  type SettlementLine,
  type SettlementProgress,
  type SettlementProposal,
} from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import { createDocument } from './documents/prepare-document.ts';
import { requireNotAfter, requireNotBefore } from './effects/effect.ts';
import { openContext } from './effects/run-effect.ts';
import { decideSettlement } from './effects/settle.ts';
import * as contracts from './repository-contracts.ts';
import { findDocument } from './repository-documents.ts';
import * as meters from './repository-meters.ts';
import type { ContractRow, CountedRow } from './tables.ts';

export function countMetered(tx: Tx, { centreId }: Actor, events: readonly MeteredEvent[]): void {
  meters.insertCounted(
    tx,
    events.map((event) => ({
      centre_id: centreId,
      event_type: event.eventType,
      event_key: event.key,
      day: event.day,
      quantity: event.quantity,
      settlement_id: null,
      proposal_id: null,
    })),
  );
}

export async function uncountMetered(
  tx: Tx,
  { centreId }: Actor,
  eventType: string,
  keys: readonly string[],
): Promise<void> {
  for (const row of await meters.lockCounted(tx, centreId, eventType, keys)) refuseClaimed(row);
  meters.deleteCounted(tx, centreId, eventType, keys);
}

export async function findMetered(
  db: Db,
  centreId: number,
  of: { readonly eventType: string; readonly onDay: Day; readonly creditCode?: string },
): Promise<MeteredContract | undefined> {
  const rows = await meters.listMetered(db, centreId, of.eventType, of.onDay);
  const row = rows.find((one) => of.creditCode === undefined || one.credit_code === of.creditCode);
  return row === undefined ? undefined : toMetered(row);
}

function toMetered(row: ContractRow): MeteredContract {
  const unitPriceFen = row.meter_price_fen ?? 0n;
  const leftFen = row.price_fen - row.settled_fen - row.released_fen;
  return {
    contractId: row.contract_id,
    number: row.number,
    name: row.name,
    supplier: row.supplier,
    creditCode: row.credit_code,
    eventType: row.meter_event ?? '',
    unit: row.meter_unit ?? '',
    unitPriceFen,
    servesFrom: row.serves_from ?? row.signed_on,
    servesUntil: row.serves_until,
    priceFen: row.price_fen,
    leftFen,
    leftUnits: unitPriceFen === 0n ? 0n : leftFen / unitPriceFen,
    paymentDays: row.payment_days,
  };
}

const MOST_LINES = 50_000;

/** Makes the settlement of what was done, in the transaction of whoever did it. */
export async function proposeSettlement(
  deps: ContractsDeps,
  tx: Tx,
  actor: Actor,
  proposal: SettlementProposal,
): Promise<ProposedSettlement> {
  const { centreId } = actor;
  const { contractId, lines, confirmedOn, what, reason, invoice } = proposal;
  const contract = orNotFound(await contracts.lockContract(tx, centreId, contractId));
  checkLines(contract, proposal);
  const eventType = contract.meter_event ?? '';
  countMetered(
    tx,
    actor,
    lines.map(({ key, day, quantity }) => ({ key, day, quantity, eventType })),
  );
  const keys = lines.map((line) => line.key);
  const counted = await meters.lockCounted(tx, centreId, eventType, keys);
  const asked = new Map(lines.map((line) => [line.key, line]));
  for (const row of counted) refuseDifferent(row, asked.get(row.event_key));
  const proposalId = newId(deps.clock);
  meters.proposeEvents(tx, centreId, eventType, keys, proposalId);
  const body = {
    kind: 'settlement' as const,
    contractId,
    instalment: null,
    untilOn: null,
    amount: null,
    proposalId,
    what,
    confirmedOn,
    invoiceNumber: invoice?.number ?? '',
    invoicedOn: invoice?.on ?? null,
    invoiceFileId: invoice?.fileId ?? null,
  };
  const { owed } = await decideSettlement(await openContext(deps, tx, actor, null), body);
  const title = `${contract.name} ${owed.what}`.trim();
  const effect = { title, amountFen: owed.amountFen, contractId, madeId: null };
  const row = await createDocument(deps, tx, actor, { body, reason }, effect);
  return {
    documentId: row.document_id,
    number: row.number,
    quantity: owed.counted.reduce((sum, one) => sum + one.quantity, 0),
    amountFen: owed.amountFen,
  };
}

function checkLines(contract: ContractRow, { lines, confirmedOn }: SettlementProposal): void {
  if (contract.type !== 'metered') throw new ProblemError(problems.settlementWrong);
  const asked = new Set(lines.map((line) => line.key)).size;
  if (asked === 0 || asked !== lines.length || asked > MOST_LINES)
    throw new ProblemError(problems.tooManyLines, { asked: lines.length, held: MOST_LINES });
  const priceFen = contract.meter_price_fen ?? 0n;
  const latest = [confirmedOn, contract.serves_until ?? confirmedOn].toSorted()[0] ?? confirmedOn;
  for (const line of lines) {
    requireNotBefore(line.day, contract.serves_from ?? contract.signed_on);
    requireNotAfter(line.day, latest);
    if (line.unitPriceFen !== priceFen)
      throw new ProblemError(problems.unitPriceWrong, {
        asked: toYuanText(line.unitPriceFen),
        held: toYuanText(priceFen),
      });
  }
}

function refuseClaimed(row: CountedRow): void {
  if (row.settlement_id === null && row.proposal_id === null) return;
  throw new ProblemError(problems.countedAlready, {
    key: row.event_key,
    held: row.quantity,
    asked: row.quantity,
  });
}

/** What is asked for has to be what was counted, and nobody else may have asked for it. */
function refuseDifferent(row: CountedRow, line: SettlementLine | undefined): void {
  refuseClaimed(row);
  if (line?.quantity === row.quantity && line.day === row.day) return;
  throw new ProblemError(problems.countedOtherwise, {
    key: row.event_key,
    held: `${row.day} × ${row.quantity}`,
    asked: `${line?.day ?? ''} × ${line?.quantity ?? 0}`,
  });
}

export async function findProposed(
  db: Db,
  centreId: number,
  documentId: string,
): Promise<SettlementProgress | undefined> {
  const row = await findDocument(db, centreId, documentId);
  if (row?.body.kind !== 'settlement') return undefined;
  const settlements = await contracts.listSettlements(db, centreId, [row.body.contractId]);
  const made = settlements.find((one) => one.settlement_id === row.made_id);
  return {
    number: row.number,
    state: row.state,
    settlementId: row.made_id,
    amountFen: row.amount_fen,
    paidFen: made?.paid_fen ?? 0n,
    dueOn: made?.due_on ?? null,
    isReversed: made?.is_reversed ?? false,
  };
}
