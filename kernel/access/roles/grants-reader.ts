import { z } from 'zod';

import type { Db } from '../../db/types.ts';
import type { Grant } from '../contract-actor.ts';
import { type HeldRole, toGrants, toScope } from '../rules/role-permissions.ts';
import type { RoleRow } from '../tables.ts';
import { findRoles } from './repository.ts';

/** The roles of somebody as the database writes them: names with versions, and scopes. */
export interface RolesHeld {
  /** JSON of `[role, version, level, id]` in the order of the grants. */
  readonly granted: string;
  /** JSON of `[role, version]` of those that the kind of account holds. */
  readonly implied: string;
}

/**
 * Gives what somebody may do, from the roles held now. A role that demands a second factor counts only
 * where one was given, however late it was granted.
 */
export type ReadGrants = (
  centreId: number,
  held: RolesHeld,
  isFactorProven: boolean,
) => Promise<readonly Grant[]>;

const Granted = z.array(
  z.tuple([
    z.string(),
    z.number(),
    z.enum(['centre', 'site', 'department', 'window', 'own']),
    z.string(),
  ]),
);
const Implied = z.array(z.tuple([z.string(), z.number()]));

const LIMIT = 2000;

/**
 * Remembers what each combination of roles comes to. The versions are part of what is looked up and are
 * read with every request, so a changed role or grant counts at once in every process.
 */
export function createGrantsReader(db: Db): ReadGrants {
  const known = new Map<string, readonly Grant[]>();
  return async (centreId, held, isFactorProven) => {
    const key = `${centreId} ${isFactorProven} ${held.granted} ${held.implied}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const grants = await buildGrants(db, centreId, held, isFactorProven);
    if (known.size >= LIMIT) known.clear();
    known.set(key, grants);
    return grants;
  };
}

async function buildGrants(
  db: Db,
  centreId: number,
  held: RolesHeld,
  isFactorProven: boolean,
): Promise<readonly Grant[]> {
  const granted = Granted.parse(JSON.parse(held.granted));
  const implied = Implied.parse(JSON.parse(held.implied));
  const names = [...granted, ...implied].map(([role]) => role);
  const found = await findRoles(db, centreId, names);
  const counting = found.filter((row) => isFactorProven || !row.demands_second_factor);
  const rows = new Map(counting.map((row) => [row.role, row]));
  return toGrants([
    ...implied.flatMap(([role]) =>
      toHeld(rows.get(role), { isImplied: true, scope: { level: 'own' } }),
    ),
    ...granted.flatMap(([role, , level, id]) =>
      toHeld(rows.get(role), { isImplied: false, scope: toScope(level, id) }),
    ),
  ]);
}

function toHeld(row: RoleRow | undefined, how: Pick<HeldRole, 'isImplied' | 'scope'>): HeldRole[] {
  return row === undefined
    ? []
    : [{ permissions: row.permissions, administrator: row.administrator, ...how }];
}
