import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { type Cursor, readCursor, toPage } from '#kernel/db/keyset.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import {
  Bucket,
  type Figures,
  type MovementFilter,
  type MovementShown,
  NOTHING,
  permissions,
  type Reconciliation,
} from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { nameOfLine, rebuild, toFigures } from '../figures.ts';
import * as documents from '../repository-documents.ts';
import * as repository from '../repository.ts';
import type { LineRow, MovementRow } from '../tables.ts';

/** A page of the ledger, the newest first: what stands behind a figure. */
export async function listMovements(
  { database }: ContractsDeps,
  actor: Actor,
  query: MovementFilter & { readonly limit: number; readonly cursor?: string | undefined },
) {
  authorise(actor, permissions.view.name);
  const { db } = database;
  const { centreId } = actor;
  const page = { limit: query.limit, cursor: readCursor(query.cursor) };
  const [rows, total, lines] = await Promise.all([
    repository.listMovements(db, centreId, query, page),
    repository.countMovements(db, centreId, query),
    repository.listLines(db, centreId),
  ]);
  const names = new Map(lines.map((line) => [line.line_id, line]));
  const numbers = await loadNumbers(db, centreId, rows);
  const view = toPage(rows, query.limit, (row) => toShown(row, names, numbers), placeOfMovement);
  return { ...view, total };
}

/** The place of a movement in the ledger, for the next page. */
export const placeOfMovement = (row: MovementRow): Cursor => [row.day, String(row.serial)];

/** Numbers of the documents behind movements, by their ids. */
export async function loadNumbers(
  db: Parameters<typeof repository.listLines>[0],
  centreId: number,
  rows: readonly MovementRow[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.document_id ?? []))];
  const found = await documents.listByIds(db, centreId, ids);
  return new Map(found.map((row) => [row.document_id, row.number]));
}

function toShown(
  row: MovementRow,
  lines: ReadonlyMap<string, LineRow>,
  numbers: ReadonlyMap<string, string>,
): MovementShown {
  const nameOf = (id: string) => {
    const line = lines.get(id);
    return line === undefined ? '' : nameOfLine(line);
  };
  return {
    id: row.movement_id,
    serial: row.serial,
    day: row.day,
    at: row.at.toISOString(),
    kind: row.kind,
    isReversal: row.is_reversal,
    from: { lineId: row.from_line_id, line: nameOf(row.from_line_id), side: row.from_side },
    to: { lineId: row.to_line_id, line: nameOf(row.to_line_id), side: row.to_side },
    amount: toYuanText(row.amount_fen),
    byName: row.by_name,
    documentId: row.document_id,
    documentNumber: row.document_id === null ? row.cause : (numbers.get(row.document_id) ?? ''),
    contractId: row.contract_id,
    settlementId: row.settlement_id,
  };
}

/** Adds the ledger up again from its first movement and compares it with what the lines show. */
export async function reconcile(
  { database }: ContractsDeps,
  actor: Actor,
): Promise<Reconciliation> {
  authorise(actor, permissions.view.name);
  const { db } = database;
  const [sums, lines, movements] = await Promise.all([
    repository.sumLegs(db, actor.centreId),
    repository.listLines(db, actor.centreId),
    repository.countMovements(db, actor.centreId, {}),
  ]);
  const rebuilt = rebuild(sums);
  const legs = sums.reduce((sum, leg) => sum + leg.fen, 0n);
  const differences = lines.flatMap((line) =>
    compare(nameOfLine(line), toFigures(line), rebuilt.get(line.line_id) ?? NOTHING),
  );
  return {
    isRight: legs === 0n && differences.length === 0,
    movements,
    lines: lines.length,
    legs: toYuanText(legs),
    differences,
  };
}

function compare(line: string, current: Figures, rebuilt: Figures) {
  return Bucket.options
    .filter((bucket) => current.buckets[bucket] !== rebuilt.buckets[bucket])
    .map((bucket) => ({
      line,
      bucket,
      current: toYuanText(current.buckets[bucket]),
      rebuilt: toYuanText(rebuilt.buckets[bucket]),
    }));
}
