import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
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
import { centreDay } from '../centre-day.ts';
import type { ContractsDeps } from '../deps.ts';
import { rehearse } from '../effects/run-effect.ts';
import { documentSigned } from '../events.ts';
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
  const { body, reason } = input;
  const effect = await rehearse(deps, actor, body);
  const { clock } = deps;
  return deps.database.transaction(async (tx) => {
    const { today } = await centreDay(deps, tx, actor.centreId);
    const year = yearOf(today);
    const series = `contracts.document/${body.kind}`;
    const serial = await takeNumber(tx, { centreId: actor.centreId, series, year });
    const row: DocumentRow = {
      centre_id: actor.centreId,
      document_id: newId(clock),
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
    const view = await toDocument(tx, actor, row);
    once.claim(tx, view);
    return view;
  });
}
