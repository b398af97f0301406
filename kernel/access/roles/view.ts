import type { Role, RoleGrant } from '../contract-role.ts';
import type { AccessDeps } from '../deps.ts';
import { levelsOf, toScope } from '../rules/role-permissions.ts';
import type { GrantShown, RoleWithHolders } from './repository.ts';

export function toRole(
  { permissions }: Pick<AccessDeps, 'permissions'>,
  row: RoleWithHolders,
): Role {
  return {
    role: row.role,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    permissions: row.permissions,
    demandsSecondFactor: row.demands_second_factor,
    administrator: row.administrator,
    impliedFor: row.implied_for,
    levels: levelsOf(row.permissions, permissions),
    holders: row.holders,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

export function toRoleGrant(row: GrantShown): RoleGrant {
  return {
    id: row.grant_id,
    accountId: row.account_id,
    accountName: row.display_name,
    role: row.role,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    scope: toScope(row.scope_level, row.scope_id),
    validFrom: row.valid_from.toISOString(),
    validUntil: row.valid_until?.toISOString() ?? null,
    reason: row.reason,
    grantedBy: row.granted_by_name,
    grantedAt: row.granted_at.toISOString(),
    state: row.state,
  };
}
