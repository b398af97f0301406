import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Permission } from '#kernel/access/contract-permission.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type EditionSummary, problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { lockEdition, updateHead } from '../repository-editions.ts';
import { lockMatter } from '../repository.ts';
import type { EditionHead, EditionRow, MatterRow, StoredState } from '../tables.ts';
import { toEditionSummary } from '../view.ts';

/** An act that moves an edition from one state to another. */
export interface EditionAct {
  readonly id: string;
  readonly version: number;
  readonly permission: Permission;
  readonly from: StoredState;
  readonly once: Once;
}

/** What the act is about, locked. */
export interface Locked {
  readonly matter: MatterRow;
  readonly before: EditionRow;
  readonly today: Day;
}

/**
 * Moves an edition on: refuses who may not, a version that was not seen and another state than the act starts
 * from, then writes what `decide` makes of it; `decide` tells of it too.
 */
export async function changeEdition(
  { database, clock }: MattersDeps,
  actor: Actor,
  { id, version, permission, from, once }: EditionAct,
  decide: (tx: Tx, locked: Locked) => Promise<EditionHead>,
): Promise<EditionSummary> {
  authorise(actor, permission.name);
  return database.transaction(async (tx) => {
    const before = orNotFound(await lockEdition(tx, actor.centreId, id));
    requireVersion({ version: before.version, changedBy: before.saved_by_name }, version);
    if (before.state !== from) throw new ProblemError(problems.wrongState);
    const matter = orNotFound(await lockMatter(tx, actor.centreId, before.matter_id));
    const today = await todayOf({ clock }, tx, actor.centreId);
    const after = { ...(await decide(tx, { matter, before, today })), version: version + 1 };
    updateHead(tx, after);
    const view = toEditionSummary(after, today);
    once.claim(tx, view);
    return view;
  });
}
