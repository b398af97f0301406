import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import { events } from '../contract.ts';
import type { ContractEventRow, ContractRow, DocumentRow } from './tables.ts';

const contractSubject = (id: string) => ({ kind: 'contracts.contract', id });

export function documentSigned(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: DocumentRow,
  note: string,
): void {
  tell(tx, clock, actor, events.documentSigned, {
    subject: { kind: 'contracts.document', id: row.document_id },
    payload: {
      documentId: row.document_id,
      number: row.number,
      kind: row.kind,
      state: row.state,
      amount: toYuanText(row.amount_fen),
    },
    audit: { title: row.title, body: row.body, note },
  });
}

export function eventRecorded(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  contract: ContractRow,
  row: ContractEventRow,
): void {
  tell(tx, clock, actor, events.eventRecorded, {
    subject: contractSubject(contract.contract_id),
    payload: {
      contractId: contract.contract_id,
      number: contract.number,
      kind: row.kind,
      day: row.day,
    },
    audit: { evidence: row.evidence, fileId: row.file_id },
  });
}

export function contractPublished(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: ContractRow & { readonly published_on: string },
): void {
  tell(tx, clock, actor, events.contractPublished, {
    subject: contractSubject(row.contract_id),
    payload: {
      contractId: row.contract_id,
      number: row.number,
      publishedOn: row.published_on,
      isLate: row.published_on > row.publish_by,
    },
    audit: { address: row.published_at, publishBy: row.publish_by },
  });
}

export function recordsTaken(tx: Tx, clock: Clock, actor: Actor, what: string, rows: number): void {
  tell(tx, clock, actor, events.taken, {
    subject: { kind: 'contracts.sheet', id: what },
    payload: { what, rows },
  });
}

export function listExported(tx: Tx, clock: Clock, actor: Actor, list: string, rows: number): void {
  tell(tx, clock, actor, events.exported, {
    subject: { kind: 'contracts.list', id: list },
    payload: { rows },
  });
}

export function vouchersExported(tx: Tx, clock: Clock, actor: Actor, year: number): void {
  tell(tx, clock, actor, events.vouchersExported, {
    subject: { kind: 'contracts.vouchers', id: String(year) },
    payload: { year },
  });
}
