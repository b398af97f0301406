import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Confirmation,
  type ConfirmationInput,
  permissions,
  problems,
} from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { confirmationAsked, confirmationSettled } from '../events.ts';
import * as repository from '../repository-confirmations.ts';
import type { ConfirmationRow } from '../tables.ts';
import { isAsking, sealText, toConfirmation } from './view-confirmation.ts';

/** Reading takes its time; afterwards the pad is the next person's. */
const ASKS_MS = 5 * 60_000;

/**
 * Puts a paper of a case on the pad of the window, to be read and signed by hand; with no paper the receipt for the
 * result. What the window asked before is taken back.
 */
export async function askToConfirm(
  deps: EvaluationDeps,
  actor: Actor,
  input: ConfirmationInput,
  once: Once,
): Promise<Confirmation> {
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const directory = await deps.organisation.loadDirectory(tx, centreId);
    const window = orNotFound(directory.windows.byId.get(input.windowId));
    authorise(actor, permissions.invite.name, { windowId: window.id, siteId: window.siteId });
    const paper = await deps.cases.readForSigning(tx, actor, input.caseId, input.documentId);
    const former = await repository.lockAsked(tx, centreId, window.id);
    const now = deps.clock.now();
    const writing = { tx, clock: deps.clock, actor };
    if (former !== undefined) {
      const state = isAsking(former, now) ? 'withdrawn' : 'lapsed';
      repository.settleConfirmation(tx, former, { state, settled_at: now });
      confirmationSettled(writing, { ...former, state });
    }
    const key = { centre_id: centreId, confirmation_id: newId(deps.clock) };
    const row: ConfirmationRow = {
      ...key,
      window_id: window.id,
      site_id: window.siteId,
      case_id: paper.caseId,
      case_no: paper.caseNo,
      document_id: input.documentId,
      title: paper.title,
      number: paper.number,
      text_sealed: sealText(deps.cipher, key, paper.text),
      text_hash: sm3Hex(paper.text['zh-CN']),
      state: 'asked',
      asked_by: actor.id,
      asked_by_name: actor.name,
      asked_at: now,
      asks_until: new Date(now.getTime() + ASKS_MS),
      settled_at: null,
      device_id: null,
      signature_file_id: null,
      signature_hash: null,
      proof_hash: null,
    };
    repository.insertConfirmation(tx, row);
    confirmationAsked(writing, row);
    const answer = toConfirmation(row, now);
    once.claim(tx, answer);
    return answer;
  });
}

/** Takes the question off the pad. */
export async function withdrawConfirmation(
  deps: EvaluationDeps,
  actor: Actor,
  id: string,
  once: Once,
): Promise<Confirmation> {
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockConfirmation(tx, actor.centreId, id));
    requireAtWindow(actor, row);
    const now = deps.clock.now();
    if (!isAsking(row, now)) throw new ProblemError(problems.notAsked);
    const settled = { state: 'withdrawn', settled_at: now } as const;
    repository.settleConfirmation(tx, row, settled);
    confirmationSettled({ tx, clock: deps.clock, actor }, { ...row, ...settled });
    const answer = toConfirmation({ ...row, ...settled }, now);
    once.claim(tx, answer);
    return answer;
  });
}

export async function getConfirmation(
  { database: { db }, clock }: EvaluationDeps,
  actor: Actor,
  id: string,
): Promise<Confirmation> {
  const row = orNotFound(await repository.findConfirmation(db, actor.centreId, id));
  requireAtWindow(actor, row);
  return toConfirmation(row, clock.now());
}

/** What was signed for a case, for whoever may see the case. */
export async function listConfirmations(
  deps: EvaluationDeps,
  actor: Actor,
  caseId: string,
): Promise<{ items: Confirmation[] }> {
  const { db } = deps.database;
  // Refuses whoever may not see the case.
  await deps.cases.readForSigning(db, actor, caseId, null);
  const rows = await repository.listOfCase(db, actor.centreId, caseId);
  const now = deps.clock.now();
  return { items: rows.map((row) => toConfirmation(row, now)) };
}

const requireAtWindow = (actor: Actor, { window_id, site_id }: ConfirmationRow): void =>
  authorise(actor, permissions.invite.name, { windowId: window_id, siteId: site_id });
