import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Departure, type Person, permissions, problems } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { personLeft, stationingChanged } from './events.ts';
import { followStationing } from './follow-stationing.ts';
import { authoriseFor } from './reach.ts';
import { saveRows } from './repository-rows.ts';
import * as time from './repository-time.ts';
import * as repository from './repository.ts';
import { refuseLeft } from './save-person.ts';
import { loadSurroundings, toPerson } from './surroundings.ts';
import type { PersonRow } from './tables.ts';

/**
 * Somebody leaves on a day, that day included: their stationing ends, later shifts are taken off the roster,
 * and when the day is over the account is disabled, at once for a day that has passed. Nobody lets themself go.
 */
export async function recordDeparture(
  deps: StaffDeps,
  actor: Actor,
  personId: string,
  input: Departure,
  once: Once,
): Promise<Person> {
  if (!mayAnywhere(actor, permissions.manage.name)) authorise(actor, permissions.manage.name);
  return deps.database.transaction(async (tx) => {
    await time.lockStaff(tx, actor.centreId);
    const before = orNotFound(await repository.lockPerson(tx, actor.centreId, personId));
    const around = await loadSurroundings(deps, tx, actor.centreId);
    authoriseFor(actor, permissions.manage, before, around);
    if (before.account_id === actor.id) throw new ProblemError(problems.notOneself);
    requireVersion(before, input.version);
    refuseLeft(before, around);
    if (input.leftOn < before.joined_on)
      throw new ProblemError(problems.leavesBeforeJoining, { day: before.joined_on });
    const row: PersonRow = {
      ...before,
      left_on: input.leftOn,
      left_reason: input.reason,
      version: before.version + 1,
      updated_at: deps.clock.now(),
    };
    saveRows(tx, 'staff.person', [row]);
    personLeft(tx, deps.clock, actor, row, input.leftOn);
    await endEverything(deps, tx, actor, row, input.leftOn);
    if (input.leftOn <= around.today) await closeAccount(deps, tx, actor, row);
    const answer = toPerson(row, await loadSurroundings(deps, tx, actor.centreId));
    once.claim(tx, answer);
    return answer;
  });
}

/** Disables the account of somebody whose last day is over. */
export async function closeAccount(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  row: PersonRow,
): Promise<void> {
  if (row.account_id !== null)
    await deps.accounts.closeAccount(tx, actor, row.account_id, `离岗 ${row.left_on ?? ''}`);
}

async function endEverything(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  person: PersonRow,
  lastDay: string,
): Promise<void> {
  const { centreId } = actor;
  const personId = person.person_id;
  const open = await time.listOpenStationingOf(tx, centreId, personId, lastDay);
  for (const row of open) {
    const ended = { ...row, valid_to: lastDay, version: row.version + 1 };
    // One that has not begun by then never happens.
    if (row.valid_from > lastDay) time.deleteStationing(tx, row);
    else saveRows(tx, 'staff.stationing', [ended]);
    stationingChanged(tx, deps.clock, actor, ended, 'ended');
  }
  const later = await time.listRoster(tx, centreId, {
    from: addDays(lastDay, 1),
    to: '9999-12-31',
    personIds: [personId],
  });
  time.deleteRoster(
    tx,
    centreId,
    later.map((entry) => entry.entry_id),
  );
  const touched = open.flatMap((row) => [
    row.person_a_id,
    ...(row.person_b_id === null ? [] : [row.person_b_id]),
  ]);
  await followStationing(deps, tx, actor, touched);
}
