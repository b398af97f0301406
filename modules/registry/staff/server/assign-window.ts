import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import { permissions, problems, type Stationing, type StationingInput } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { stationingChanged } from './events.ts';
import { followStationing } from './follow-stationing.ts';
import { saveRows } from './repository-rows.ts';
import * as time from './repository-time.ts';
import * as repository from './repository.ts';
import { findStationingConflicts, type StationingConflict } from './rules-stationing.ts';
import { toArrangement, toStationing } from './surroundings.ts';
import type { PersonRow, StationingRow } from './tables.ts';

const FOREVER = '9999-12-31';

/** Stations A and B at a window for a stretch of days. Nobody stations themself. */
export async function assignWindow(
  deps: StaffDeps,
  actor: Actor,
  input: StationingInput,
  once: Once,
): Promise<Stationing> {
  if (!mayAnywhere(actor, permissions.assign.name)) authorise(actor, permissions.assign.name);
  return deps.database.transaction(async (tx) => {
    await time.lockStaff(tx, actor.centreId);
    const directory = await deps.organisation.loadDirectory(tx, actor.centreId);
    const window = directory.windows.byId.get(input.windowId);
    if (window === undefined) throw new ProblemError(problems.unknownPlace);
    const people = await lockPair(tx, actor, input);
    for (const person of people.values())
      authorise(actor, permissions.assign.name, {
        siteId: window.siteId,
        departmentId: person.department_id,
      });
    const row: StationingRow = {
      centre_id: actor.centreId,
      stationing_id: newId(),
      window_id: input.windowId,
      person_a_id: input.personAId,
      person_b_id: input.personBId,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      version: 1,
      updated_at: deps.clock.now(),
    };
    const ended = await makeRoom(deps, tx, actor, row, { directory, people, input });
    saveRows(tx, 'staff.stationing', [row]);
    stationingChanged(tx, deps.clock, actor, row, 'assigned');
    await followStationing(deps, tx, actor, [...people.keys(), ...ended]);
    const [answer] = toStationing(row, directory, people);
    const shown = orNotFound(answer);
    once.claim(tx, shown);
    return shown;
  });
}

async function lockPair(
  tx: Tx,
  actor: Actor,
  input: StationingInput,
): Promise<Map<string, PersonRow>> {
  const ids = [input.personAId, ...(input.personBId === null ? [] : [input.personBId])];
  const rows = await repository.lockPeople(tx, actor.centreId, ids);
  const people = new Map(rows.map((row) => [row.person_id, row]));
  for (const id of ids) {
    const person = orNotFound(people.get(id));
    if (person.account_id === actor.id) throw new ProblemError(problems.notOneself);
    if (person.left_on !== null && person.left_on < (input.validTo ?? FOREVER))
      throw new ProblemError(problems.hasLeft, { name: person.name_zh, day: person.left_on });
  }
  return people;
}

/** Ends what stands in the way when asked to, and refuses what still conflicts; gives the people whose windows changed. */
async function makeRoom(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  row: StationingRow,
  {
    directory,
    people,
    input,
  }: {
    readonly directory: Directory;
    readonly people: ReadonlyMap<string, PersonRow>;
    readonly input: StationingInput;
  },
): Promise<string[]> {
  const present = await time.listStationingBetween(
    tx,
    actor.centreId,
    input.validFrom,
    input.validTo ?? FOREVER,
  );
  const previous = input.endsPrevious
    ? present.filter((one) => one.window_id === row.window_id && one.valid_from < row.valid_from)
    : [];
  const left = present.filter((one) => !previous.includes(one));
  const conflict = findStationingConflicts([...left, row].map(toArrangement)).find(
    ({ first, second }) => first.id === row.stationing_id || second.id === row.stationing_id,
  );
  if (conflict !== undefined) refuse(conflict, row, directory, people);
  for (const one of previous) {
    const ended = endOn(deps, one, addDays(row.valid_from, -1));
    saveRows(tx, 'staff.stationing', [ended]);
    stationingChanged(tx, deps.clock, actor, ended, 'ended');
  }
  return previous.flatMap((one) => [
    one.person_a_id,
    ...(one.person_b_id === null ? [] : [one.person_b_id]),
  ]);
}

function refuse(
  { kind, first, second }: StationingConflict,
  row: StationingRow,
  directory: Directory,
  people: ReadonlyMap<string, PersonRow>,
): never {
  const other = first.id === row.stationing_id ? second : first;
  const values = {
    window: directory.windows.byId.get(other.windowId)?.number ?? '',
    from: other.validFrom,
    to: other.validTo ?? '—',
  };
  if (kind === 'window-taken') throw new ProblemError(problems.windowTaken, values);
  const name = people.get(row.person_a_id)?.name_zh ?? '';
  throw new ProblemError(problems.alreadyStationed, { ...values, name });
}

const endOn = ({ clock }: StaffDeps, row: StationingRow, lastDay: string): StationingRow => ({
  ...row,
  valid_to: lastDay,
  version: row.version + 1,
  updated_at: clock.now(),
});

/** Ends an arrangement on a day, that day included. */
export async function endStationing(
  deps: StaffDeps,
  actor: Actor,
  stationingId: string,
  input: { readonly lastDay: string; readonly version: number },
  once: Once,
): Promise<Stationing> {
  if (!mayAnywhere(actor, permissions.assign.name)) authorise(actor, permissions.assign.name);
  return deps.database.transaction(async (tx) => {
    await time.lockStaff(tx, actor.centreId);
    const before = orNotFound(await time.lockStationingRow(tx, actor.centreId, stationingId));
    const directory = await deps.organisation.loadDirectory(tx, actor.centreId);
    const ids = [before.person_a_id, ...(before.person_b_id === null ? [] : [before.person_b_id])];
    const rows = await repository.lockPeople(tx, actor.centreId, ids);
    const people = new Map(rows.map((row) => [row.person_id, row]));
    authorise(actor, permissions.assign.name, {
      siteId: directory.windows.byId.get(before.window_id)?.siteId,
      departmentId: people.get(before.person_a_id)?.department_id,
    });
    requireVersion(before, input.version);
    if (input.lastDay < before.valid_from)
      throw new ProblemError(problems.endsBeforeStart, { day: before.valid_from });
    const ended = endOn(deps, before, input.lastDay);
    saveRows(tx, 'staff.stationing', [ended]);
    stationingChanged(tx, deps.clock, actor, ended, 'ended');
    await followStationing(deps, tx, actor, ids);
    const [answer] = toStationing(ended, directory, people);
    const shown = orNotFound(answer);
    once.claim(tx, shown);
    return shown;
  });
}
