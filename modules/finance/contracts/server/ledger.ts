import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { tellAll } from '#kernel/events/tell.ts';
import { newId } from '#kernel/ids/id.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  events,
  type Figures,
  type Movement,
  move,
  problems,
  reverse,
  type Side,
  sideWords,
  yearOf,
} from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import { nameOfLine, toColumns, toFigures } from './figures.ts';
import * as repository from './repository.ts';
import type { LineRow, MovementRow } from './tables.ts';

/** Why money moves: the day it counts for and the papers behind it. */
export interface Cause {
  readonly day: Day;
  readonly documentId: string | null;
  readonly contractId?: string | null;
  readonly itemId?: string | null;
  readonly settlementId?: string | null;
  readonly paymentId?: string | null;
  /** Said where no document stands behind it: the budget's approval, records taken over. */
  readonly text?: string;
}

/** The lines of an act, locked; movements are decided one after the other and written together. */
export interface Ledger {
  line(lineId: string): LineRow;
  post(movement: Omit<Movement, 'isReversal'>, cause: Cause): void;
  /** Posts an earlier movement the other way round. */
  undo(row: MovementRow, cause: Cause): void;
  /** Writes movements, figures and events. Nothing of the act counts before. */
  write(): Promise<void>;
}

/** Locks the lines, in one order, and opens the ledger over them. */
export async function openLedger(
  deps: Pick<ContractsDeps, 'clock'>,
  tx: Tx,
  actor: Actor,
  lineIds: readonly string[],
): Promise<Ledger> {
  const rows = await repository.lockLines(tx, actor.centreId, [...new Set(lineIds)]);
  return ledgerOver(deps, tx, actor, rows);
}

/** The same over lines that are new or locked already. */
export function ledgerOver(
  { clock }: Pick<ContractsDeps, 'clock'>,
  tx: Tx,
  actor: Actor,
  rows: readonly LineRow[],
): Ledger {
  const byId = new Map(rows.map((row) => [row.line_id, row]));
  let figures: ReadonlyMap<string, Figures> = new Map(
    rows.map((row) => [row.line_id, toFigures(row)]),
  );
  const posted: Array<Omit<MovementRow, 'serial'>> = [];
  const decide = (movement: Movement, cause: Cause, reversesId: string | null) => {
    const moved = move(figures, movement);
    if (!moved.ok) throw refusal(byId, moved.shortfall);
    figures = moved.lines;
    posted.push(toRow(movement, cause, reversesId));
  };
  const toRow = (movement: Movement, cause: Cause, reversesId: string | null) => ({
    centre_id: actor.centreId,
    movement_id: newId(clock),
    day: cause.day,
    at: clock.now(),
    kind: movement.kind,
    is_reversal: movement.isReversal,
    reverses_id: reversesId,
    from_line_id: movement.from.lineId,
    from_side: movement.from.side,
    to_line_id: movement.to.lineId,
    to_side: movement.to.side,
    amount_fen: movement.amountFen,
    by_id: actor.id,
    by_name: actor.name,
    document_id: cause.documentId,
    contract_id: cause.contractId ?? null,
    item_id: cause.itemId ?? null,
    settlement_id: cause.settlementId ?? null,
    payment_id: cause.paymentId ?? null,
    cause: cause.text ?? '',
  });
  return {
    line: (lineId) => orNotFound(byId.get(lineId)),
    post: (movement, cause) => {
      for (const { lineId } of [movement.from, movement.to]) orNotFound(byId.get(lineId));
      decide({ ...movement, isReversal: false }, cause, null);
    },
    undo: (row, cause) => decide(reverse(toMovement(row)), cause, row.movement_id),
    write: async () => {
      const written: MovementRow[] = [];
      for (const row of posted)
        written.push({ ...row, serial: await takeSerial(clock, tx, actor) });
      for (const [lineId, row] of byId) {
        const after = figures.get(lineId);
        if (after !== undefined) repository.updateFigures(tx, { ...row, ...toColumns(after) });
      }
      repository.insertMovements(tx, written);
      tellAll(tx, clock, actor, written.map(toTold));
    },
  };
}

/** Movements of a year are numbered without a gap, and later years above earlier ones: 2026000001. */
async function takeSerial(clock: Clock, tx: Tx, { centreId }: Actor): Promise<number> {
  const year = yearOf(clock.now().toISOString());
  return (
    year * 1_000_000 + (await takeNumber(tx, { centreId, series: 'contracts.movement', year }))
  );
}

function refusal(
  lines: ReadonlyMap<string, LineRow>,
  shortfall: { lineId: string; side: Side; askedFen: bigint; heldFen: bigint },
): ProblemError {
  const line = lines.get(shortfall.lineId);
  const figures = {
    line: line === undefined ? '' : nameOfLine(line),
    asked: toYuanText(shortfall.askedFen),
    held: toYuanText(shortfall.heldFen),
  };
  if (shortfall.side === 'available') return new ProblemError(problems.notEnough, figures);
  return new ProblemError(problems.notHeld, { ...figures, bucket: sideWords[shortfall.side] });
}

export function toMovement(row: MovementRow): Movement {
  return {
    kind: row.kind,
    from: { lineId: row.from_line_id, side: row.from_side },
    to: { lineId: row.to_line_id, side: row.to_side },
    amountFen: row.amount_fen,
    isReversal: row.is_reversal,
  };
}

function toTold(row: MovementRow) {
  const { from, to, kind, isReversal } = toMovement(row);
  return {
    kind: events.moved,
    subject: { kind: 'contracts.movement', id: row.movement_id },
    payload: {
      movementId: row.movement_id,
      kind,
      isReversal,
      day: row.day,
      from: { lineId: from.lineId, side: from.side },
      to: { lineId: to.lineId, side: to.side },
      amount: toYuanText(row.amount_fen),
      documentId: row.document_id,
    },
    audit: { serial: row.serial, cause: row.cause },
  };
}
