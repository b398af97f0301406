import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  EVENT_TYPE,
  events,
  type Line,
  type Meter,
  type MonthInFull,
  permissions,
  problems,
} from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import { keyOf } from '../finish-set.ts';
import * as repository from '../repository-months.ts';
import { nextMonth } from '../rules/forecast.ts';
import type { LineRow, MonthRow } from '../tables.ts';
import { getLine, loadMonth } from './look.ts';
import { isBound, lastDayOf } from './settling.ts';

/** The month, kept; refuses one that was handed on, unless its document came back. */
async function lockOpen(deps: SealsDeps, tx: Tx, actor: Actor, month: string): Promise<MonthRow> {
  const row = await repository.lockMonth(tx, actor.centreId, month);
  if (row.state !== 'handed-on' || row.document_id === null) return row;
  if (!(await isBound(deps.contracts, tx, actor.centreId, row.document_id)))
    return { ...row, state: 'closed' };
  throw new ProblemError(problems.monthHandedOn, { month, number: row.document_number });
}

export async function requireMeter(
  deps: SealsDeps,
  tx: Tx,
  actor: Actor,
  day: string,
): Promise<Meter> {
  const asked = { eventType: EVENT_TYPE, onDay: day };
  const meter = await deps.contracts.findMeteredContract(tx, actor.centreId, asked);
  if (meter === undefined) throw new ProblemError(problems.noContract, { day });
  return meter;
}

function tellMonth(
  { clock }: SealsDeps,
  tx: Tx,
  actor: Actor,
  told: {
    readonly month: string;
    readonly act: 'close' | 'dispute' | 'judge' | 'hand-on';
    readonly sets: number;
    readonly audit?: Readonly<Record<string, unknown>>;
  },
): void {
  const { audit = {}, ...payload } = told;
  tell(tx, clock, actor, events.monthChanged, {
    subject: { kind: 'seals.month', id: told.month },
    payload,
    audit,
  });
}

/** What was signed for by the end of a month and is in no settlement, each set a line at the contract's price. */
export async function collectLines(
  tx: Tx,
  centreId: number,
  month: string,
  { unitPriceFen }: Meter,
): Promise<LineRow[]> {
  const signed = await repository.listUnsettled(tx, centreId, lastDayOf(month));
  return signed.flatMap((set): LineRow[] =>
    set.maker_id === null || set.first_signed_on === null
      ? []
      : [
          {
            centre_id: centreId,
            set_id: set.set_id,
            month,
            maker_id: set.maker_id,
            signed_on: set.first_signed_on,
            amount_fen: unitPriceFen,
            dispute: 'none',
            reason: '',
          },
        ],
  );
}

/** The month, added up under a contract. */
export const toClosed = (row: MonthRow, meter: Meter): MonthRow => ({
  ...row,
  state: 'closed',
  contract_id: meter.contractId,
  contract_number: meter.number,
  contract_name: meter.name,
  supplier: meter.supplier,
  unit_price_fen: meter.unitPriceFen,
  version: row.version + 1,
});

/**
 * 汇总: every set that was signed by the end of the month and is in no settlement becomes a line of it, at the price of the
 * contract that serves on its last day. Can be repeated until the month is handed on.
 */
export async function closeMonth(
  deps: SealsDeps,
  actor: Actor,
  month: string,
  once: Once,
): Promise<MonthInFull> {
  authorise(actor, permissions.settle.name);
  return deps.database.transaction(async (tx) => {
    const { centreId } = actor;
    const untilOn = lastDayOf(month);
    const { today } = await centreDay(deps, tx, centreId);
    if (today <= untilOn) throw new ProblemError(problems.monthNotOver, { month });
    const row = await lockOpen(deps, tx, actor, month);
    const meter = await requireMeter(deps, tx, actor, untilOn);
    const lines = await collectLines(tx, centreId, month, meter);
    await repository.insertLines(tx, lines);
    repository.updateMonth(tx, toClosed(row, meter));
    tellMonth(deps, tx, actor, { month, act: 'close', sets: lines.length });
    const view = await loadMonth(deps, tx, centreId, month);
    once.claim(tx, view);
    return view;
  });
}

async function changeLine(
  deps: SealsDeps,
  actor: Actor,
  asked: { readonly month: string; readonly setId: string; readonly reason: string },
  { act, dispute }: { readonly act: 'dispute' | 'judge'; readonly dispute: LineRow['dispute'] },
  once: Once,
): Promise<Line> {
  authorise(actor, permissions.settle.name);
  return deps.database.transaction(async (tx) => {
    const { month, setId, reason } = asked;
    await lockOpen(deps, tx, actor, month);
    const line = await repository.findLine(tx, actor.centreId, setId);
    if (line !== undefined && line.month !== month)
      throw new ProblemError(problems.lineSettled, { month: line.month });
    repository.updateLine(tx, { ...orNotFound(line), dispute, reason });
    tellMonth(deps, tx, actor, { month, act, sets: 1, audit: { setId, dispute, reason } });
    const view = orNotFound(await getLine(tx, actor.centreId, month, setId));
    once.claim(tx, view);
    return view;
  });
}

/** 提出争议: the line is not paid before somebody judged it. */
export const disputeLine = (
  deps: SealsDeps,
  actor: Actor,
  asked: { readonly month: string; readonly setId: string; readonly reason: string },
  once: Once,
): Promise<Line> => changeLine(deps, actor, asked, { act: 'dispute', dispute: 'disputed' }, once);

/** 争议处理: kept it is paid, dropped it never is. */
export const judgeLine = (
  deps: SealsDeps,
  actor: Actor,
  {
    keeps,
    ...asked
  }: {
    readonly month: string;
    readonly setId: string;
    readonly reason: string;
    readonly keeps: boolean;
  },
  once: Once,
): Promise<Line> =>
  changeLine(deps, actor, asked, { act: 'judge', dispute: keeps ? 'kept' : 'dropped' }, once);

/**
 * 提交结算: what is agreed goes to the contracts as one settlement, to be checked, approved and paid by others. What is
 * disputed waits for the next month.
 */
export async function handOnMonth(
  deps: SealsDeps,
  actor: Actor,
  month: string,
  version: number,
  once: Once,
): Promise<MonthInFull> {
  authorise(actor, permissions.settle.name);
  return deps.database.transaction(async (tx) => {
    const { centreId } = actor;
    const row = await lockOpen(deps, tx, actor, month);
    requireVersion(row, version);
    if (row.state === 'open') throw new ProblemError(problems.monthOpen, { month });
    const agreed = await repository.listAgreed(tx, centreId, month);
    if (agreed.length === 0) throw new ProblemError(problems.nothingToSettle, { month });
    const meter = await requireMeter(deps, tx, actor, lastDayOf(month));
    const following = nextMonth(month);
    await repository.lockMonth(tx, centreId, following);
    await repository.moveDisputed(tx, centreId, month, following);
    const { today, now } = await centreDay(deps, tx, centreId);
    const document = await deps.contracts.proposeSettlement(tx, actor, {
      contractId: meter.contractId,
      lines: agreed.map((line) => ({
        key: keyOf(line.set_id),
        day: line.signed_on,
        quantity: 1,
        unitPriceFen: line.amount_fen,
      })),
      what: `${month} 免费刻章 ${agreed.length} 套`,
      reason: `${month} 已签收免费印章 ${agreed.length} 套，逐套核对。`,
      confirmedOn: today,
    });
    repository.updateMonth(tx, {
      ...row,
      state: 'handed-on',
      document_id: document.documentId,
      document_number: document.number,
      handed_on_at: now,
      version: row.version + 1,
    });
    tellMonth(deps, tx, actor, {
      month,
      act: 'hand-on',
      sets: agreed.length,
      audit: { document: document.number },
    });
    const view = await loadMonth(deps, tx, centreId, month);
    once.claim(tx, view);
    return view;
  });
}
