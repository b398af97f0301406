import { refuseDuplicate } from '../../db/errors.ts';
import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import type { Once } from '../../http/idempotency.ts';
import { commonProblems } from '../../problems/contract.ts';
import { requireVersion } from '../../problems/current-version.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { authorise } from '../authorise.ts';
import type { Actor } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import { accessPermissions } from '../contract-permissions.ts';
import { accessProblems } from '../contract-problems.ts';
import type { Role, RoleInput } from '../contract-role.ts';
import type { AccessDeps } from '../deps.ts';
import { checkRolePermissions } from '../rules/role-permissions.ts';
import type { RoleRow } from '../tables.ts';
import { insertRole, listRoles, lockRole, updateRole } from './repository.ts';
import { toRole } from './view.ts';

/** All roles of the centre. */
export async function listAllRoles(deps: AccessDeps, actor: Actor): Promise<{ items: Role[] }> {
  authorise(actor, accessPermissions.viewRoles.name);
  const rows = await listRoles(deps.database.db, actor.centreId);
  return { items: rows.map((row) => toRole(deps, row)) };
}

/** Every permission that roles can be made of. */
export function listPermissions(deps: AccessDeps, actor: Actor) {
  authorise(actor, accessPermissions.viewRoles.name);
  const items = [...deps.permissions.values()].map((permission) => ({
    name: permission.name,
    titleZh: permission.title['zh-CN'],
    titleEn: permission.title.en,
    levels: [...permission.scopes],
    reservedFor: permission.reservedFor ?? null,
  }));
  return { items: items.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** Makes a role of the centre's own. */
export async function createRole(
  deps: AccessDeps,
  actor: Actor,
  input: RoleInput & { readonly role: string },
  once: Once,
): Promise<Role> {
  authorise(actor, accessPermissions.manageRoles.name);
  checkRolePermissions(input, deps.permissions);
  const row: RoleRow = {
    centre_id: actor.centreId,
    role: input.role,
    ...toColumns(input),
    administrator: null,
    implied_for: null,
    is_edited: true,
    version: 1,
    updated_at: deps.clock.now(),
  };
  return refuseDuplicate('role_pkey', commonProblems.duplicate, { value: input.role }, () =>
    deps.database.transaction((tx) => {
      insertRole(tx, row);
      tellRole(deps, tx, actor, { row });
      const role = toRole(deps, { ...row, holders: 0 });
      once.claim(tx, role);
      return Promise.resolve(role);
    }),
  );
}

/** Changes a role; whoever holds it has the new permissions with their next request. */
export async function changeRole(
  deps: AccessDeps,
  actor: Actor,
  name: string,
  input: RoleInput & { readonly version: number },
): Promise<Role> {
  authorise(actor, accessPermissions.manageRoles.name);
  await deps.database.transaction(async (tx) => {
    const before = orNotFound(await lockRole(tx, actor.centreId, name));
    if (before.administrator !== null) throw new ProblemError(accessProblems.roleBuiltIn);
    requireVersion(before, input.version);
    checkRolePermissions({ role: name, permissions: input.permissions }, deps.permissions);
    const row = {
      ...before,
      ...toColumns(input),
      is_edited: true,
      version: before.version + 1,
      updated_at: deps.clock.now(),
    };
    updateRole(tx, row);
    tellRole(deps, tx, actor, { row, before });
  });
  const rows = await listRoles(deps.database.db, actor.centreId);
  return toRole(deps, orNotFound(rows.find((row) => row.role === name)));
}

function toColumns(
  input: RoleInput,
): Pick<RoleRow, 'name_zh' | 'name_en' | 'permissions' | 'demands_second_factor'> {
  return {
    name_zh: input.nameZh,
    name_en: input.nameEn,
    permissions: [...new Set(input.permissions)].toSorted(),
    demands_second_factor: input.demandsSecondFactor,
  };
}

function tellRole(
  { clock }: AccessDeps,
  tx: Tx,
  actor: Actor,
  change: { readonly row: RoleRow; readonly before?: RoleRow },
): void {
  const { row, before } = change;
  tell(tx, clock, actor, accessEvents.roleChanged, {
    subject: { kind: 'access.role', id: row.role },
    payload: { role: row.role, act: before === undefined ? 'created' : 'changed' },
    audit: { before: before?.permissions ?? null, after: row.permissions },
  });
}
