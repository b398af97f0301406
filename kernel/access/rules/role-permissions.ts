import { ProblemError } from '../../problems/problem-error.ts';
import type { Grant, Scope, ScopeLevel } from '../contract-actor.ts';
import type { Duty, Permission } from '../contract-permission.ts';
import { accessProblems } from '../contract-problems.ts';

/** A permission as a role holds it: at the scope of the grant, or always at `fixed`. */
export interface HeldPermission {
  readonly permission: string;
  readonly fixed: 'centre' | 'own' | undefined;
}

const LEVELS: readonly ScopeLevel[] = ['centre', 'site', 'department', 'window', 'own'];

/** Takes `module.act`, `module.act@centre` or `module.act@own` apart. */
export function toHeldPermission(text: string): HeldPermission {
  const [permission = '', reach] = text.split('@');
  return { permission, fixed: reach === 'centre' || reach === 'own' ? reach : undefined };
}

/**
 * Refuses a role made of permissions that do not exist, belong to an administrator, or cannot hold where
 * the role puts them.
 */
export function checkRolePermissions(
  role: {
    readonly role: string;
    readonly permissions: readonly string[];
    readonly administrator?: Duty | null | undefined;
  },
  known: ReadonlyMap<string, Permission>,
): void {
  for (const text of role.permissions) {
    const { permission, fixed } = toHeldPermission(text);
    const declared = known.get(permission);
    if (declared === undefined)
      throw new ProblemError(accessProblems.permissionUnknown, { permission });
    if (declared.reservedFor !== undefined && declared.reservedFor !== role.administrator) {
      throw new ProblemError(accessProblems.permissionReserved, { permission });
    }
    if (fixed !== undefined && !declared.scopes.includes(fixed)) {
      throw new ProblemError(accessProblems.scopeNotFitting, { role: role.role, permission });
    }
  }
}

/** The permission that keeps a role from being granted at a level, if there is one. */
export function findUnfit(
  permissions: readonly string[],
  level: ScopeLevel,
  known: ReadonlyMap<string, Permission>,
): string | undefined {
  return permissions
    .map(toHeldPermission)
    .find(
      ({ permission, fixed }) =>
        fixed === undefined && known.get(permission)?.scopes.includes(level) === false,
    )?.permission;
}

/** The levels at which a role can be granted: those at which each of its permissions makes sense. */
export function levelsOf(
  permissions: readonly string[],
  known: ReadonlyMap<string, Permission>,
): ScopeLevel[] {
  return LEVELS.filter((level) => findUnfit(permissions, level, known) === undefined);
}

/** One role as somebody holds it. */
export interface HeldRole {
  readonly permissions: readonly string[];
  readonly administrator: Duty | null;
  /** Held by the kind of the account and not by a grant. */
  readonly isImplied: boolean;
  readonly scope: Scope;
}

/**
 * What somebody may do, from the roles held. What comes with the kind of account reaches an administrator
 * only where it concerns their own records: an administrator works with no data of the centre.
 */
export function toGrants(roles: readonly HeldRole[]): Grant[] {
  const isAdministrator = roles.some((role) => role.administrator !== null);
  return roles.flatMap((role) =>
    role.permissions
      .map((text) => toGrant(text, role.scope))
      .filter((grant) => !isAdministrator || !role.isImplied || grant.scope.level === 'own'),
  );
}

function toGrant(text: string, scope: Scope): Grant {
  const { permission, fixed } = toHeldPermission(text);
  return { permission, scope: fixed === undefined ? scope : { level: fixed } };
}

/** The scope of a grant from its two columns. */
export function toScope(level: ScopeLevel, id: string): Scope {
  return level === 'centre' || level === 'own' ? { level } : { level, id };
}

/** The two columns of a scope. */
export function toScopeColumns(scope: Scope): { scope_level: ScopeLevel; scope_id: string } {
  return { scope_level: scope.level, scope_id: 'id' in scope ? scope.id : '' };
}
