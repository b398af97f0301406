import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Merge,
  type MergeBlocker,
  type MergePreview,
  permissions,
  problems,
} from '../contract.ts';
import { maskContact } from './contacts.ts';
import type { PartiesDeps } from './deps.ts';
import { partiesMerged } from './events.ts';
import { loadMerge } from './list-merges.ts';
import { planMerge, type PlannedMove } from './merge-plan.ts';
import { insertMerge, moveRow } from './repository-merge.ts';
import { updateRows } from './repository-rows.ts';
import * as repository from './repository.ts';
import type { ContactRow, IdentifierRow, MandateRow, PartyRow } from './tables.ts';
import { withVerification } from './verify-party.ts';
import { loadMandates, loadParty, maskNumber, type Viewing, viewingOf } from './view.ts';

/** What would go over from another record into this one, and what forbids it. Changes nothing. */
export async function previewMerge(
  deps: PartiesDeps,
  actor: Actor,
  intoId: string,
  fromId: string,
): Promise<MergePreview> {
  authorise(actor, permissions.merge.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  const from = orNotFound(await repository.findParty(db, centreId, fromId));
  const into = orNotFound(await repository.findParty(db, centreId, intoId));
  const plan = await planMerge(db, viewing.vault, from, into);
  const mandates = plan.moves.flatMap(({ kind, row }) =>
    kind === 'mandate' ? [row as MandateRow] : [],
  );
  return {
    from: await loadParty(db, viewing, from),
    into: await loadParty(db, viewing, into),
    moves: plan.moves.map((one) => ({
      kind: one.kind,
      masked: describe(viewing, one),
      stays: one.stays,
    })),
    mandates: await loadMandates(db, viewing, centreId, mandates),
    blockers: [...plan.blockers],
  };
}

function describe({ vault }: Viewing, { kind, row }: PlannedMove): string {
  if (kind === 'identifier') {
    const identifier = row as IdentifierRow;
    return maskNumber(identifier.kind, vault.openNumber(identifier));
  }
  if (kind === 'contact') {
    const contact = row as ContactRow;
    return maskContact(contact.kind, vault.openContact(contact));
  }
  return '';
}

const REASONS: Readonly<Record<MergeBlocker, string>> = {
  'same-record': '两条记录是同一条 / both are one record',
  'not-active': '其中一条已合并或已删除 / one was merged or erased',
  'different-kinds': '自然人与法人不能合并 / a person and an organisation',
  'different-numbers':
    '公民身份号码或统一社会信用代码不同 / their citizen numbers or credit codes differ',
};

/** Merges another record into this one: what hangs on it goes over, the record stays as history. Can be undone. */
export async function mergeParties(
  deps: PartiesDeps,
  actor: Actor,
  intoId: string,
  input: { readonly fromId: string; readonly reason: string },
  once: Once,
): Promise<Merge> {
  authorise(actor, permissions.merge.name);
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  return deps.database.transaction(async (tx) => {
    const locked = await repository.lockParties(tx, centreId, [intoId, input.fromId]);
    const from = orNotFound(locked.get(input.fromId));
    const into = orNotFound(locked.get(intoId));
    const plan = await planMerge(tx, viewing.vault, from, into);
    const [blocker] = plan.blockers;
    if (blocker !== undefined)
      throw new ProblemError(problems.unmergeable, { reason: REASONS[blocker] });
    const mergeId = newId(deps.clock);
    const moving = plan.moves.filter((one) => !one.stays);
    for (const { move } of moving) moveRow(tx, centreId, move, intoId);
    await writeBoth(deps, tx, from, into);
    insertMerge(tx, {
      centre_id: centreId,
      merge_id: mergeId,
      from_id: input.fromId,
      into_id: intoId,
      reason: input.reason,
      moves: moving.map(({ move }) => move),
      merged_by: actor.id,
      merged_by_name: actor.name,
      merged_at: deps.clock.now(),
    });
    const facts = { mergeId, fromId: input.fromId, intoId };
    const { reason } = input;
    partiesMerged(tx, deps.clock, actor, facts, { reason, moved: moving.length });
    const view = await loadMerge(deps, tx, centreId, mergeId);
    once.claim(tx, view);
    return view;
  });
}

async function writeBoth(
  { clock }: PartiesDeps,
  tx: Tx,
  from: PartyRow,
  into: PartyRow,
): Promise<void> {
  const now = clock.now();
  const { verifications } = await repository.findBelongings(tx, into.centre_id, [into.party_id]);
  updateRows(tx, 'parties.party', [
    {
      ...from,
      status: 'merged',
      merged_into: into.party_id,
      version: from.version + 1,
      updated_at: now,
    },
    withVerification(into, verifications, now),
  ]);
}
