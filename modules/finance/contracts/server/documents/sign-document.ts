import { authorise, may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Document,
  type DocumentState,
  permissions,
  problems,
  type Verdict,
} from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { openContext, rehearse, runEffect } from '../effects/run-effect.ts';
import { documentSigned } from '../events.ts';
import * as repository from '../repository-documents.ts';
import { freeProposed } from '../repository-meters.ts';
import type { DocumentRow } from '../tables.ts';
import { hasSigned, toDocument } from './view.ts';

/** Signs as checker. What could not be approved any more is refused, so that it is returned instead. */
export async function checkDocument(
  deps: ContractsDeps,
  actor: Actor,
  id: string,
  verdict: Verdict,
  once: Once,
): Promise<Document> {
  authorise(actor, permissions.check.name);
  const { body } = orNotFound(await repository.findDocument(deps.database.db, actor.centreId, id));
  return change(deps, actor, { id, verdict, from: ['submitted'], once }, async (row) => {
    refuseSigned(row, actor);
    await rehearse(deps, actor, body);
    return {
      state: 'checked',
      checker_id: actor.id,
      checker_name: actor.name,
      checked_at: deps.clock.now(),
    };
  });
}

/** Signs as approver, a third person: what the document says is done, in this transaction. */
export async function approveDocument(
  deps: ContractsDeps,
  actor: Actor,
  id: string,
  verdict: Verdict,
  once: Once,
): Promise<Document> {
  authorise(actor, permissions.approve.name);
  return change(deps, actor, { id, verdict, from: ['checked'], once }, async (row, tx) => {
    refuseSigned(row, actor);
    const context = await openContext(deps, tx, actor, row.document_id);
    const effect = await runEffect(context, row.body);
    return {
      state: 'approved',
      title: effect.title,
      amount_fen: effect.amountFen,
      contract_id: effect.contractId,
      made_id: effect.madeId,
      approver_id: actor.id,
      approver_name: actor.name,
      approved_at: deps.clock.now(),
    };
  });
}

/** Sends it back, by whoever could have signed it next. */
export async function returnDocument(
  deps: ContractsDeps,
  actor: Actor,
  id: string,
  verdict: Verdict,
  once: Once,
): Promise<Document> {
  const isChecker = may(actor, permissions.check.name);
  if (!isChecker) authorise(actor, permissions.approve.name);
  return change(
    deps,
    actor,
    { id, verdict, from: ['submitted', 'checked'], once },
    async (row, tx) => {
      authorise(actor, (row.state === 'submitted' ? permissions.check : permissions.approve).name);
      refuseSigned(row, actor);
      giveBack(tx, row);
      return { state: 'returned', return_reason: verdict.note };
    },
  );
}

/** Takes one's own document back. */
export async function withdrawDocument(
  deps: ContractsDeps,
  actor: Actor,
  id: string,
  verdict: Verdict,
  once: Once,
): Promise<Document> {
  authorise(actor, permissions.prepare.name);
  return change(
    deps,
    actor,
    { id, verdict, from: ['submitted', 'checked'], once },
    async (row, tx) => {
      authorise({ ...actor, grants: ownGrant(actor, row) }, permissions.prepare.name);
      giveBack(tx, row);
      return { state: 'withdrawn', return_reason: verdict.note };
    },
  );
}

/** What was set aside for a document that comes to nothing can be asked for again. */
function giveBack(tx: Tx, { centre_id: centreId, body }: DocumentRow): void {
  if (body.kind === 'settlement' && body.proposalId !== null)
    freeProposed(tx, centreId, body.proposalId);
}

const ownGrant = (actor: Actor, row: DocumentRow) =>
  row.maker_id === actor.id ? actor.grants : [];

function refuseSigned(row: DocumentRow, actor: Actor): void {
  if (hasSigned(row, actor.id)) throw new ProblemError(problems.samePerson, { name: actor.name });
}

interface Change {
  readonly id: string;
  readonly verdict: Verdict;
  readonly from: readonly DocumentState[];
  readonly once: Once;
}

async function change(
  deps: ContractsDeps,
  actor: Actor,
  { id, verdict, from, once }: Change,
  decide: (row: DocumentRow, tx: Tx) => Promise<Partial<DocumentRow>>,
): Promise<Document> {
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockDocument(tx, actor.centreId, id));
    if (!from.includes(row.state)) throw new ProblemError(problems.notInState);
    requireVersion(row, verdict.version);
    const after = { ...row, ...(await decide(row, tx)), version: row.version + 1 };
    repository.updateDocument(tx, after);
    documentSigned(tx, deps.clock, actor, after, verdict.note);
    const view = await toDocument(tx, actor, after);
    once.claim(tx, view);
    return view;
  });
}
