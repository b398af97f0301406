import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type DecidedLeave,
  type Leave,
  type LeaveInput,
  permissions,
  problems,
} from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { leaveChanged } from './events.ts';
import { findEffects } from './leave-effects.ts';
import { toLeave } from './list-leave.ts';
import { getOwnPerson } from './own-person.ts';
import { insertRows, saveRows } from './repository-rows.ts';
import { listLeaveOf, lockLeave } from './repository-time.ts';
import { lockPerson } from './repository.ts';
import type { LeaveRow } from './tables.ts';
import { createVault } from './vault.ts';

const isLive = (row: LeaveRow) => row.status === 'requested' || row.status === 'approved';

/** Asks for leave for oneself; it may not overlap another that is asked for or approved. */
export async function requestLeave(
  deps: StaffDeps,
  actor: Actor,
  input: LeaveInput,
  once: Once,
): Promise<DecidedLeave> {
  authorise(actor, permissions.requestLeave.name, { ownerId: actor.id });
  const vault = createVault(deps.cipher, actor.centreId);
  return deps.database.transaction(async (tx) => {
    const own = await getOwnPerson(tx, actor);
    const person = orNotFound(await lockPerson(tx, actor.centreId, own.person_id));
    const others = await listLeaveOf(tx, actor.centreId, person.person_id);
    const other = others.find(
      (one) => isLive(one) && one.starts_on <= input.endsOn && input.startsOn <= one.ends_on,
    );
    if (other !== undefined)
      throw new ProblemError(problems.leaveOverlaps, { from: other.starts_on, to: other.ends_on });
    const leaveId = newId();
    const row: LeaveRow = {
      centre_id: actor.centreId,
      leave_id: leaveId,
      person_id: person.person_id,
      kind: input.kind,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      status: 'requested',
      reason_sealed: vault.sealReason(leaveId, input.reason),
      requested_at: deps.clock.now(),
      decided_by: null,
      decided_by_name: '',
      decided_at: null,
      decision_note: '',
      version: 1,
    };
    insertRows(tx, 'staff.leave', [row]);
    leaveChanged(tx, deps.clock, actor, row, person);
    const effects = await findEffects(deps, tx, actor.centreId, row);
    const answer = { ...toLeave(row, person, vault), effects };
    once.claim(tx, answer);
    return answer;
  });
}

/** Takes back one's own leave: a request at any time, an approved one before it begins. */
export async function cancelLeave(
  deps: StaffDeps,
  actor: Actor,
  leaveId: string,
  version: number,
  once: Once,
): Promise<Leave> {
  authorise(actor, permissions.requestLeave.name, { ownerId: actor.id });
  return deps.database.transaction(async (tx) => {
    const person = await getOwnPerson(tx, actor);
    const found = await lockLeave(tx, actor.centreId, leaveId);
    const before = orNotFound(found?.person_id === person.person_id ? found : undefined);
    requireVersion(before, version);
    const today = await todayOf(deps, tx, actor.centreId);
    const mayCancel =
      before.status === 'requested' || (before.status === 'approved' && before.starts_on > today);
    if (!mayCancel) throw new ProblemError(problems.leaveDecided);
    const row: LeaveRow = { ...before, status: 'cancelled', version: before.version + 1 };
    saveRows(tx, 'staff.leave', [row]);
    leaveChanged(tx, deps.clock, actor, row, person);
    const answer = toLeave(row, person, createVault(deps.cipher, actor.centreId));
    once.claim(tx, answer);
    return answer;
  });
}
