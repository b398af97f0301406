import type { Tx } from '../../db/types.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { checkRolePermissions, findUnfit } from '../rules/role-permissions.ts';
import type { RoleRow } from '../tables.ts';
import type { RoleDefinition } from './definition.ts';
import { insertRole, listRoles, updateRole } from './repository.ts';

/**
 * Brings the product's own roles of a centre up to date. A role that the centre has changed is left as it
 * is, except an administrator's. Refuses definitions that break the rules of roles.
 */
export async function ensureRoles(
  deps: Pick<AccessDeps, 'clock' | 'permissions'>,
  tx: Tx,
  centreId: number,
  definitions: readonly RoleDefinition[],
): Promise<void> {
  for (const definition of definitions) checkDefinition(deps, definition);
  const existing = new Map((await listRoles(tx, centreId)).map((row) => [row.role, row]));
  for (const definition of definitions) {
    const before = existing.get(definition.role);
    const columns = toColumns(definition);
    if (before === undefined) {
      insertRole(tx, {
        centre_id: centreId,
        role: definition.role,
        ...columns,
        is_edited: false,
        version: 1,
        updated_at: deps.clock.now(),
      });
    } else if ((!before.is_edited || columns.administrator !== null) && differs(before, columns)) {
      const { holders: _holders, ...row } = before;
      updateRole(tx, {
        ...row,
        ...columns,
        is_edited: false,
        version: row.version + 1,
        updated_at: deps.clock.now(),
      });
    }
  }
}

function checkDefinition(
  { permissions }: Pick<AccessDeps, 'permissions'>,
  definition: RoleDefinition,
): void {
  checkRolePermissions(definition, permissions);
  const { role, impliedFor } = definition;
  const unfit = impliedFor && findUnfit(definition.permissions, 'own', permissions);
  if (unfit !== undefined) {
    throw new ProblemError(accessProblems.scopeNotFitting, { role, permission: unfit });
  }
}

type Columns = Pick<
  RoleRow,
  'name_zh' | 'name_en' | 'permissions' | 'demands_second_factor' | 'administrator' | 'implied_for'
>;

function toColumns(definition: RoleDefinition): Columns {
  const administrator = definition.administrator ?? null;
  return {
    name_zh: definition.title['zh-CN'],
    name_en: definition.title.en,
    permissions: [...new Set(definition.permissions)].toSorted(),
    demands_second_factor: administrator !== null || (definition.demandsSecondFactor ?? false),
    administrator,
    implied_for: definition.impliedFor ?? null,
  };
}

function differs(before: RoleRow, columns: Columns): boolean {
  return Object.entries(columns).some(
    ([name, value]) => JSON.stringify(before[name as keyof Columns]) !== JSON.stringify(value),
  );
}
