import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type DecidedLeave, type LeaveEffects, permissions, problems } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { leaveChanged, windowUncovered } from './events.ts';
import { findEffects } from './leave-effects.ts';
import { toLeave } from './list-leave.ts';
import { tellDecision } from './notices.ts';
import { authoriseFor } from './reach.ts';
import { saveRows } from './repository-rows.ts';
import { deleteRoster, listRoster, lockLeave } from './repository-time.ts';
import { findPersonOfAccount, lockPerson } from './repository.ts';
import { loadSurroundings } from './surroundings.ts';
import type { LeaveRow } from './tables.ts';

export interface Decision {
  readonly status: 'approved' | 'refused';
  readonly note: string;
  readonly version: number;
}

/**
 * Approves or refuses a leave; nobody decides their own. An approved one takes the person's shifts off the
 * roster and tells of every window that nobody covers.
 */
export async function decideLeave(
  deps: StaffDeps,
  actor: Actor,
  leaveId: string,
  decision: Decision,
  once: Once,
): Promise<DecidedLeave> {
  const { approveLeave } = permissions;
  if (!mayAnywhere(actor, approveLeave.name)) authorise(actor, approveLeave.name);
  return deps.database.transaction(async (tx) => {
    const before = orNotFound(await lockLeave(tx, actor.centreId, leaveId));
    const person = orNotFound(await lockPerson(tx, actor.centreId, before.person_id));
    const around = await loadSurroundings(deps, tx, actor.centreId);
    authoriseFor(actor, approveLeave, person, around);
    if (person.account_id === actor.id) throw new ProblemError(problems.notOneself);
    requireVersion(before, decision.version);
    if (before.status !== 'requested') throw new ProblemError(problems.leaveDecided);
    const decider = await findPersonOfAccount(tx, actor.centreId, actor.id);
    const row: LeaveRow = {
      ...before,
      status: decision.status,
      decided_by: decider?.person_id ?? null,
      decided_by_name: actor.name,
      decided_at: deps.clock.now(),
      decision_note: decision.note,
      version: before.version + 1,
    };
    const effects = await findEffects(deps, tx, actor.centreId, row);
    saveRows(tx, 'staff.leave', [row]);
    leaveChanged(tx, deps.clock, actor, row, person);
    if (row.status === 'approved') await makeRoom(deps, tx, actor, row, effects);
    await tellDecision(deps, tx, actor, row, person);
    const answer = { ...toLeave(row, person, around.vault), effects };
    once.claim(tx, answer);
    return answer;
  });
}

async function makeRoom(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  leave: LeaveRow,
  { windows }: LeaveEffects,
): Promise<void> {
  const entries = await listRoster(tx, actor.centreId, {
    from: leave.starts_on,
    to: leave.ends_on,
    personIds: [leave.person_id],
  });
  deleteRoster(
    tx,
    actor.centreId,
    entries.map((entry) => entry.entry_id),
  );
  for (const { windowId, day, standing } of windows)
    if (standing === 'uncovered')
      windowUncovered(tx, deps.clock, actor, { windowId, day, leaveId: leave.leave_id });
}
