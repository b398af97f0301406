import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import {
  type Document,
  type DocumentKind,
  type NewDocument,
  permissions,
  yearOf,
} from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import type { Effect } from '../effects/effect.ts';
import { rehearse } from '../effects/run-effect.ts';
import { documentSigned } from '../events.ts';
import { INVOICE } from '../evidence.ts';
import * as repository from '../repository-documents.ts';
import type { DocumentRow } from '../tables.ts';
import { toDocument } from './view.ts';

const PREFIX: Readonly<Record<DocumentKind, string>> = {
  adjustment: 'TZ',
  transfer: 'TJ',
  reservation: 'CGSQ',
  contract: 'HTSP',
  settlement: 'JS',
  payment: 'FK',
  closure: 'JA',
  'carry-over': 'JZ',
  reversal: 'CX',
};

/** Makes a document and hands it to the checker. It is rehearsed first: what could not be approved now is refused now. */
export async function prepareDocument(
  deps: ContractsDeps,
  actor: Actor,
  input: NewDocument,
  once: Once,
): Promise<Document> {
  authorise(actor, permissions.prepare.name);
  const effect = await rehearse(deps, actor, input.body);
  return deps.database.transaction(async (tx) => {
    const row = await createDocument(deps, tx, actor, input, effect);
    const view = await toDocument(tx, actor, row);
    once.claim(tx, view);
    return view;
  });
}

/** Writes a document that was found to be possible, with its number, and tells of it. */
export async function createDocument(
  deps: ContractsDeps,
  tx: Tx,
  actor: Actor,
  { body, reason }: NewDocument,
  effect: Effect,
): Promise<DocumentRow> {
  const { clock, files } = deps;
  const { centreId } = actor;
  const { today } = await centreDay(deps, tx, centreId);
  const year = yearOf(today);
  const documentId = newId(clock);
  if (body.kind === 'settlement' && body.invoiceFileId !== null)
    await files.attach(tx, actor, body.invoiceFileId, INVOICE, {
      kind: 'contracts.document',
      id: documentId,
    });
  const series = `contracts.document/${body.kind}`;
  const serial = await takeNumber(tx, { centreId, series, year });
  const row: DocumentRow = {
    centre_id: centreId,
    document_id: documentId,
    number: `${PREFIX[body.kind]}${year}-${String(serial).padStart(4, '0')}`,
    kind: body.kind,
    state: 'submitted',
    title: effect.title,
    amount_fen: effect.amountFen,
    body,
    reason,
    return_reason: '',
    // A contract that is only asked for has no page yet.
    contract_id: body.kind === 'contract' ? null : effect.contractId,
    made_id: null,
    maker_id: actor.id,
    maker_name: actor.name,
    made_at: clock.now(),
    checker_id: null,
    checker_name: null,
    checked_at: null,
    approver_id: null,
    approver_name: null,
    approved_at: null,
    is_reversed: false,
    version: 1,
  };
  repository.insertDocument(tx, row);
  documentSigned(tx, clock, actor, row, reason);
  return row;
}
