import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { StaffDeps } from './deps.ts';
import { roleKey, toRoleRow, toScopeOf } from './person-roles.ts';
import { insertRows } from './repository-rows.ts';
import { listStationingBetween } from './repository-time.ts';
import { deleteRoles, findPeople, listRolesOf } from './repository.ts';
import type { PersonRoleRow, PersonRow } from './tables.ts';

/** The role that comes with a window and goes with it. */
export const WINDOW_ROLE = 'window-clerk';

const isOfWindow = (row: PersonRoleRow) => row.role === WINDOW_ROLE && row.scope_level === 'window';

/**
 * Makes the window roles of people what their stationing of today says: whoever holds a window as A or B may
 * work there, and nobody else by having worked there once. Nothing is granted where the centre has no such role.
 */
export async function followStationing(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  const { centreId } = actor;
  const today = await todayOf(deps, tx, centreId);
  const [people, held, stationing, roles] = await Promise.all([
    findPeople(tx, centreId, personIds),
    listRolesOf(tx, centreId, personIds),
    listStationingBetween(tx, centreId, today, today),
    deps.accounts.describeRoles(tx, centreId),
  ]);
  if (!roles.has(WINDOW_ROLE)) return;
  for (const person of people) {
    const windows = stationing
      .filter((row) => [row.person_a_id, row.person_b_id].includes(person.person_id))
      .map((row) => row.window_id);
    const wanted = [...new Set(windows)].map((id) =>
      toRoleRow(centreId, person.person_id, {
        role: WINDOW_ROLE,
        scope: { level: 'window', id },
      }),
    );
    const own = held.filter((row) => row.person_id === person.person_id && isOfWindow(row));
    await exchangeRoles(deps, { tx, actor }, person, { held: own, wanted });
  }
}

async function exchangeRoles(
  deps: StaffDeps,
  { tx, actor }: { readonly tx: Tx; readonly actor: Actor },
  person: PersonRow,
  {
    held,
    wanted,
  }: { readonly held: readonly PersonRoleRow[]; readonly wanted: readonly PersonRoleRow[] },
): Promise<void> {
  const accountId = person.account_id;
  if (accountId === null) return;
  const heldKeys = new Set(held.map(roleKey));
  const wantedKeys = new Set(wanted.map(roleKey));
  const removed = held.filter((row) => !wantedKeys.has(roleKey(row)));
  const added = wanted.filter((row) => !heldKeys.has(roleKey(row)));
  for (const row of removed)
    await deps.accounts.revokeRole(tx, actor, { accountId, role: row.role, scope: toScopeOf(row) });
  for (const row of added)
    await deps.accounts.grantRole(tx, actor, {
      accountId,
      role: row.role,
      scope: toScopeOf(row),
      reason: '窗口岗位AB角',
    });
  deleteRoles(tx, removed);
  insertRows(tx, 'staff.person_role', added);
}
