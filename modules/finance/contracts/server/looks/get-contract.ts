import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type Contract, permissions } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { toSummary } from '../documents/view.ts';
import { nameOfLine } from '../figures.ts';
import * as contracts from '../repository-contracts.ts';
import { listDocumentsOfContract } from '../repository-documents.ts';
import { findItem } from '../repository-items.ts';
import * as meters from '../repository-meters.ts';
import { listLines } from '../repository.ts';
import type { ContractEventRow, ContractRow, LineRow, ShareRow } from '../tables.ts';
import { countOpen, toForecast } from './forecasts.ts';
import { toContractSummary } from './list-contracts.ts';
import { toInstalment, toSettlement } from './settled.ts';

/** One contract with everything that hangs on it. */
export async function getContract(
  deps: ContractsDeps,
  actor: Actor,
  contractId: string,
): Promise<Contract> {
  authorise(actor, permissions.view.name);
  return viewContract(deps, deps.database.db, actor, contractId);
}

/** The same inside a transaction, after a change that was authorised. */
export async function viewContract(
  deps: ContractsDeps,
  db: Db,
  actor: Actor,
  contractId: string,
): Promise<Contract> {
  const { centreId } = actor;
  const row = orNotFound(await contracts.findContract(db, centreId, contractId));
  const ids = [contractId];
  const [{ today }, calendar, lines] = await Promise.all([
    centreDay(deps, db, centreId),
    deps.calendar.getCalendar(db, centreId),
    listLines(db, centreId),
  ]);
  const [shares, instalments, events, settlements, payments, papers, counted] = await Promise.all([
    contracts.listShares(db, centreId, ids),
    contracts.listInstalments(db, centreId, ids),
    contracts.listEvents(db, centreId, ids),
    contracts.listSettlements(db, centreId, ids),
    contracts.listPayments(db, centreId, ids),
    listDocumentsOfContract(db, centreId, contractId),
    meters.sumCounted(db, centreId, row.meter_event === null ? [] : [row.meter_event]),
  ]);
  const around = { contract: row, events, settlements, calendar, today };
  return {
    ...toContractSummary(row, settlements, today),
    ...toTerms(row),
    item: await toItem(db, row),
    shares: shares.map((share) => toShare(share, lines)),
    uncounted: countOpen(row, counted),
    forecast: toForecast(row, counted, lastServed(row, today)),
    instalments: instalments.map((one) => toInstalment(one, around)),
    settlements: settlements
      .filter((one) => !one.is_reversed)
      .map((one) => toSettlement(one, payments, today)),
    events: events.map(toEvent),
    documents: papers.map(toSummary),
    version: row.version,
  };
}

/** Today, or the last day of service when that is over: its use is told as it ended. */
function lastServed({ serves_until: until }: ContractRow, today: Day): Day {
  return until !== null && until < today ? until : today;
}

function toTerms(row: ContractRow) {
  const { meter_price_fen: unitFen, meter_event: eventType, meter_unit: unit } = row;
  return {
    creditCode: row.credit_code,
    award: row.award_fen === null ? null : toYuanText(row.award_fen),
    awardedOn: row.awarded_on,
    servesFrom: row.serves_from,
    servesUntil: row.serves_until,
    paymentDays: row.payment_days,
    publishBy: row.publish_by,
    publishedOn: row.published_on,
    publishedAt: row.published_at,
    left: toYuanText(row.price_fen - row.settled_fen - row.released_fen),
    meter:
      unitFen === null
        ? null
        : { unitPrice: toYuanText(unitFen), eventType: eventType ?? '', unit: unit ?? '' },
  };
}

async function toItem(db: Db, row: ContractRow): Promise<Contract['item']> {
  if (row.item_id === null) return null;
  const item = orNotFound(await findItem(db, row.centre_id, row.item_id));
  return { id: item.item_id, name: item.name, amount: toYuanText(item.amount_fen) };
}

function toShare(share: ShareRow, lines: readonly LineRow[]) {
  const line = lines.find((one) => one.line_id === share.line_id);
  return {
    lineId: share.line_id,
    line: line === undefined ? '' : `${line.year} ${nameOfLine(line)}`,
    amount: toYuanText(share.amount_fen),
    settled: toYuanText(share.settled_fen),
  };
}

function toEvent(row: ContractEventRow) {
  return {
    id: row.event_id,
    kind: row.kind,
    day: row.day,
    evidence: row.evidence,
    fileId: row.file_id,
    fileName: row.file_name,
    byName: row.by_name,
    at: row.at.toISOString(),
  };
}
