import { authorise, mayAnywhere, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type DecidedLeave, type Leave, type ListLeaveQuery, permissions } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { findEffects } from './leave-effects.ts';
import { getOwnPerson } from './own-person.ts';
import { authoriseFor, isVisible, visibleTo } from './reach.ts';
import { allRows } from './repository-rows.ts';
import * as time from './repository-time.ts';
import { findPerson } from './repository.ts';
import { loadSurroundings, toRef } from './surroundings.ts';
import type { LeaveRow, PersonRow } from './tables.ts';
import { createVault, type Vault } from './vault.ts';

export const toLeave = (row: LeaveRow, person: PersonRow, vault: Vault): Leave => ({
  id: row.leave_id,
  person: toRef(person),
  kind: row.kind,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  status: row.status,
  reason: vault.openReason(row),
  requestedAt: row.requested_at.toISOString(),
  decidedByName: row.decided_by_name,
  decidedAt: row.decided_at?.toISOString() ?? null,
  decisionNote: row.decision_note,
  version: row.version,
});

/** A page of the leave that the actor decides on, the latest to begin first. */
export async function listLeave(deps: StaffDeps, actor: Actor, query: ListLeaveQuery) {
  reachOf(actor, permissions.approveLeave.name);
  const { db } = deps.database;
  const [around, all] = await Promise.all([
    loadSurroundings(deps, db, actor.centreId),
    allRows(db, 'staff.person', actor.centreId, ['employee_no']),
  ]);
  const visible = visibleTo(actor, permissions.approveLeave, around);
  const shown = all.filter((person) => isVisible(person, visible));
  const people = new Map(shown.map((person) => [person.person_id, person]));
  const filter = {
    ...query,
    cursor: readCursor(query.cursor),
    onlyPersonIds: visible === undefined ? undefined : [...people.keys()],
  };
  const [rows, total] = await Promise.all([
    time.listLeave(db, actor.centreId, filter),
    time.countLeave(db, actor.centreId, filter),
  ]);
  const page = toPage(
    rows,
    query.limit,
    (row) => toLeave(row, orNotFound(people.get(row.person_id)), around.vault),
    (row) => [row.starts_on, row.leave_id],
  );
  return { ...page, total };
}

/** One leave and what it means. */
export async function getLeave(
  deps: StaffDeps,
  actor: Actor,
  leaveId: string,
): Promise<DecidedLeave> {
  const { approveLeave } = permissions;
  if (!mayAnywhere(actor, approveLeave.name)) authorise(actor, approveLeave.name);
  const { db } = deps.database;
  const row = orNotFound(await time.findLeave(db, actor.centreId, leaveId));
  const person = orNotFound(await findPerson(db, actor.centreId, row.person_id));
  const around = await loadSurroundings(deps, db, actor.centreId);
  authoriseFor(actor, approveLeave, person, around);
  const effects = await findEffects(deps, db, actor.centreId, row);
  return { ...toLeave(row, person, around.vault), effects };
}

/** The leave of whoever asks. */
export async function listOwnLeave(deps: StaffDeps, actor: Actor): Promise<{ items: Leave[] }> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const { db } = deps.database;
  const person = await getOwnPerson(db, actor);
  const vault = createVault(deps.cipher, actor.centreId);
  const rows = await time.listLeaveOf(db, actor.centreId, person.person_id);
  return { items: rows.map((row) => toLeave(row, person, vault)) };
}
