import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Merge, permissions, problems } from '../contract.ts';
import type { PartiesDeps } from './deps.ts';
import { mergeUndone } from './events.ts';
import { loadMerge } from './list-merges.ts';
import { findMoved, lockMerge, markUndone, moveRow } from './repository-merge.ts';
import { updateRows } from './repository-rows.ts';
import * as repository from './repository.ts';
import type { Move, MovableTable } from './tables.ts';
import { withVerification } from './verify-party.ts';

const NAMES: Readonly<Record<MovableTable, string>> = {
  'parties.identifier': '证件号码 / a number of a paper',
  'parties.contact': '联系方式 / a contact',
  'parties.verification': '核验记录 / a verification',
  'parties.mandate': '代理关系 / a mandate',
  'parties.sign_in': '登录身份 / a sign-in',
};

const refuse = (reason: string) => new ProblemError(problems.notUndoable, { reason });

/** Takes a merge back: everything that went over returns. Refused when something of it was changed since. */
export async function undoMerge(
  deps: PartiesDeps,
  actor: Actor,
  mergeId: string,
  input: { readonly reason: string },
  once: Once,
): Promise<Merge> {
  authorise(actor, permissions.merge.name);
  const { clock } = deps;
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const merge = orNotFound(await lockMerge(tx, centreId, mergeId));
    if (merge.undone_at !== null) throw refuse('已经撤销过 / it was undone already');
    const { from_id: fromId, into_id: intoId } = merge;
    const locked = await repository.lockParties(tx, centreId, [fromId, intoId]);
    const from = orNotFound(locked.get(fromId));
    const into = orNotFound(locked.get(intoId));
    if (into.status !== 'active')
      throw refuse(
        into.status === 'merged'
          ? '合并后的记录又被合并，请先撤销后一次合并 / the record was merged again; undo that first'
          : '合并后的记录已删除 / the record was erased',
      );
    for (const move of merge.moves) await requireUnchanged(tx, centreId, move, intoId);
    // Back to the version before it as well, so that an earlier merge of the same row can be taken back next.
    for (const move of merge.moves)
      moveRow(tx, centreId, { ...move, version: move.version - 1 }, fromId);
    const back = { status: 'active' as const, merged_into: null };
    updateRows(tx, 'parties.party', [
      { ...from, ...back, version: from.version + 1, updated_at: clock.now() },
    ]);
    const own = await repository.findBelongings(tx, centreId, [intoId]);
    updateRows(tx, 'parties.party', [withVerification(into, own.verifications, clock.now())]);
    markUndone(tx, centreId, mergeId, { at: clock.now(), name: actor.name });
    const { reason } = input;
    mergeUndone(
      tx,
      clock,
      actor,
      { mergeId, fromId, intoId },
      { reason, moved: merge.moves.length },
    );
    const view = await loadMerge(deps, tx, centreId, mergeId);
    once.claim(tx, view);
    return view;
  });
}

async function requireUnchanged(
  tx: Tx,
  centreId: number,
  move: Move,
  intoId: string,
): Promise<void> {
  const now = await findMoved(tx, centreId, move);
  if (now !== undefined && now.version === move.version && now.partyId === intoId) return;
  throw refuse(`合并后${NAMES[move.table]} 已有变动 / was changed since`);
}
