import { may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import {
  type Document,
  type DocumentAct,
  type DocumentBody,
  type DocumentSummary,
  permissions,
} from '../../contract.ts';
import { nameOfLine } from '../figures.ts';
import { listLines } from '../repository.ts';
import type { DocumentRow } from '../tables.ts';

const signed = (id: string | null, name: string | null, at: Date | null) =>
  id === null || at === null ? null : { id, name: name ?? '', at: at.toISOString() };

export function toSummary(row: DocumentRow): DocumentSummary {
  return {
    id: row.document_id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    title: row.title,
    amount: toYuanText(row.amount_fen),
    contractId: row.contract_id,
    maker: { id: row.maker_id, name: row.maker_name, at: row.made_at.toISOString() },
    checker: signed(row.checker_id, row.checker_name, row.checked_at),
    approver: signed(row.approver_id, row.approver_name, row.approved_at),
    version: row.version,
  };
}

/** Whether somebody has signed a document already: nobody signs twice. */
export function hasSigned(row: DocumentRow, actorId: string): boolean {
  return row.maker_id === actorId || row.checker_id === actorId;
}

/** What this person may do to it now. */
export function listActs(actor: Actor, row: DocumentRow): DocumentAct[] {
  const acts: DocumentAct[] = [];
  const isOpen = row.state === 'submitted' || row.state === 'checked';
  const isFree = !hasSigned(row, actor.id);
  if (row.state === 'submitted' && isFree && may(actor, permissions.check.name))
    acts.push('check', 'return');
  if (row.state === 'checked' && isFree && may(actor, permissions.approve.name))
    acts.push('approve', 'return');
  if (isOpen && row.maker_id === actor.id) acts.push('withdraw');
  return acts;
}

function linesOf(body: DocumentBody): string[] {
  switch (body.kind) {
    case 'adjustment':
    case 'reservation':
      return [body.lineId];
    case 'transfer':
      return [body.fromLineId, body.toLineId];
    case 'contract':
      return body.shares.map((share) => share.lineId);
    case 'settlement':
    case 'payment':
    case 'closure':
    case 'carry-over':
    case 'reversal':
      return [];
  }
}

export async function toDocument(db: Db, actor: Actor, row: DocumentRow): Promise<Document> {
  const ids = new Set(linesOf(row.body));
  const lines = ids.size === 0 ? [] : await listLines(db, actor.centreId);
  return {
    ...toSummary(row),
    body: row.body,
    reason: row.reason,
    returnReason: row.return_reason,
    isReversed: row.is_reversed,
    acts: listActs(actor, row),
    lines: lines
      .filter((line) => ids.has(line.line_id))
      .map((line) => ({ id: line.line_id, name: nameOfLine(line) })),
  };
}
