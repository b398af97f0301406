import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays, daysBetween } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  permissions,
  problems,
  type RosterCell,
  type RosterConflict,
  type RosterInput,
  type RosterWeek,
} from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { rosterChanged } from './events.ts';
import { findConflicts, loadWeek, toWeek, type WeekFacts } from './load-week.ts';
import { tellRoster } from './notices.ts';
import { saveRows } from './repository-rows.ts';
import { deleteRoster, lockStaff } from './repository-time.ts';
import type { RosterRow } from './tables.ts';
import { mondayOf } from './week.ts';

/** Writes cells of one week of a site: all of them, or none when one conflicts. */
export async function saveRoster(
  deps: StaffDeps,
  actor: Actor,
  input: RosterInput,
  once: Once,
): Promise<RosterWeek> {
  if (!mayAnywhere(actor, permissions.roster.name)) authorise(actor, permissions.roster.name);
  return deps.database.transaction(async (tx) => {
    await lockStaff(tx, actor.centreId);
    const monday = mondayOf(input.cells[0]?.day ?? '');
    const people = input.cells.map((cell) => cell.personId);
    const place = { siteId: input.siteId, monday };
    const facts = await loadWeek(deps, tx, actor.centreId, place, people);
    await checkCells(deps, tx, actor, facts, input.cells);
    const plan = planCells(deps, actor, facts, input.cells);
    const touched = new Set(plan.made.map((entry) => `${entry.person_id} ${entry.day}`));
    const conflicts = findConflicts(facts, plan.after).filter((one) =>
      touched.has(`${one.personId} ${one.day}`),
    );
    if (conflicts.length > 0) refuse(conflicts);
    await write(deps, tx, actor, facts, { ...plan, act: 'changed' });
    const answer = toWeek(facts, plan.after);
    once.claim(tx, answer);
    return answer;
  });
}

function refuse(conflicts: readonly RosterConflict[]): never {
  throw new ProblemError(
    problems.rosterConflicts,
    { count: conflicts.length },
    {
      faults: conflicts.map((conflict) => ({
        path: `cells.${conflict.personId}.${conflict.day}`,
        reason: conflict.sentence,
      })),
    },
  );
}

async function checkCells(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  facts: WeekFacts,
  cells: readonly RosterCell[],
): Promise<void> {
  const directory = await deps.organisation.loadDirectory(tx, actor.centreId);
  const codes = new Set(facts.shifts.map((shift) => shift.code));
  for (const cell of cells) {
    const person = orNotFound(facts.people.get(cell.personId));
    authorise(actor, permissions.roster.name, {
      siteId: facts.siteId,
      departmentId: person.department_id,
    });
    if (cell.shiftCode !== null && !codes.has(cell.shiftCode))
      throw new ProblemError(problems.unknownShift, { shift: cell.shiftCode });
    const isInWeek = mondayOf(cell.day) === facts.monday;
    const isAt = (place: { readonly siteId: string } | undefined, id: string | null) =>
      id === null || place?.siteId === facts.siteId;
    const isHere =
      isAt(directory.zones.byId.get(cell.zoneId ?? ''), cell.zoneId) &&
      isAt(directory.windows.byId.get(cell.windowId ?? ''), cell.windowId);
    if (!isInWeek || !isHere) throw new ProblemError(problems.unknownPlace);
  }
}

interface RosterPlan {
  readonly made: readonly RosterRow[];
  readonly removed: readonly RosterRow[];
  readonly after: readonly RosterRow[];
}

/** What a cell says takes the place of everything that stood in it. */
function planCells(
  deps: StaffDeps,
  actor: Actor,
  facts: WeekFacts,
  cells: readonly RosterCell[],
): RosterPlan {
  const cellKey = (day: string, personId: string) => `${day} ${personId}`;
  const written = new Set(cells.map((cell) => cellKey(cell.day, cell.personId)));
  const inCells = facts.entries.filter((entry) => written.has(cellKey(entry.day, entry.person_id)));
  const made = cells.flatMap((cell): RosterRow[] => {
    if (cell.shiftCode === null) return [];
    const same = inCells.find(
      (entry) =>
        entry.day === cell.day &&
        entry.person_id === cell.personId &&
        entry.shift_code === cell.shiftCode,
    );
    return [
      {
        centre_id: actor.centreId,
        entry_id: same?.entry_id ?? newId(),
        day: cell.day,
        person_id: cell.personId,
        shift_code: cell.shiftCode,
        site_id: facts.siteId,
        zone_id: cell.zoneId,
        window_id: cell.windowId,
        updated_at: deps.clock.now(),
      },
    ];
  });
  const kept = new Set(made.map((entry) => entry.entry_id));
  return {
    made,
    removed: inCells.filter((entry) => !kept.has(entry.entry_id)),
    after: [
      ...facts.entries.filter((entry) => !written.has(cellKey(entry.day, entry.person_id))),
      ...made,
    ],
  };
}

async function write(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  facts: WeekFacts,
  { made, removed, act }: RosterPlan & { readonly act: 'changed' | 'copied' },
): Promise<void> {
  deleteRoster(
    tx,
    actor.centreId,
    removed.map((entry) => entry.entry_id),
  );
  saveRows(tx, 'staff.roster_entry', made);
  const changed = [...made, ...removed];
  const days = changed.map((entry) => entry.day).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return;
  const { siteId } = facts;
  rosterChanged(tx, deps.clock, actor, { siteId, from, to, entries: changed.length, act });
  const people = [...new Set(changed.map((entry) => entry.person_id))].flatMap(
    (id) => facts.people.get(id) ?? [],
  );
  await tellRoster(deps, tx, actor, people, { from, to, key: newId() });
}

/** Plans a week like another one: cells that are planned already stay, and what would conflict is left out and named. */
export async function copyWeek(
  deps: StaffDeps,
  actor: Actor,
  input: { readonly siteId: string; readonly from: string; readonly to: string },
  once: Once,
): Promise<{ week: RosterWeek; copied: number; left: RosterConflict[] }> {
  authorise(actor, permissions.roster.name, { siteId: input.siteId });
  return deps.database.transaction(async (tx) => {
    await lockStaff(tx, actor.centreId);
    const { siteId } = input;
    const [source, target] = [mondayOf(input.from), mondayOf(input.to)];
    const model = await loadWeek(deps, tx, actor.centreId, { siteId, monday: source });
    const ids = model.entries.map((entry) => entry.person_id);
    const facts = await loadWeek(deps, tx, actor.centreId, { siteId, monday: target }, ids);
    const planned = new Set(facts.entries.map((entry) => `${entry.person_id} ${entry.day}`));
    const wanted = model.entries
      .map((entry) => ({
        ...entry,
        entry_id: newId(),
        day: addDays(entry.day, daysBetween(source, target)),
        updated_at: deps.clock.now(),
      }))
      .filter((entry) => !planned.has(`${entry.person_id} ${entry.day}`));
    const keyOf = (personId: string, day: string, shift: string) => `${personId} ${day} ${shift}`;
    const left = findConflicts(facts, [...facts.entries, ...wanted]).filter(
      (one) => !planned.has(`${one.personId} ${one.day}`),
    );
    const bad = new Set(left.map((one) => keyOf(one.personId, one.day, one.shiftCode)));
    const made = wanted.filter(
      (entry) => !bad.has(keyOf(entry.person_id, entry.day, entry.shift_code)),
    );
    const after = [...facts.entries, ...made];
    await write(deps, tx, actor, facts, { made, removed: [], after, act: 'copied' });
    const answer = { week: toWeek(facts, after), copied: made.length, left };
    once.claim(tx, answer);
    return answer;
  });
}
