import { z } from 'zod';

import { route } from '../http/contract.ts';
import { Done, Id, IdParams, Instant } from '../http/shapes.ts';
import { accessPermissions as permissions } from './contract-permissions.ts';
import { accessProblems as problems } from './contract-problems.ts';

export const Scope = z.discriminatedUnion('level', [
  z.object({ level: z.literal('centre') }),
  z.object({ level: z.enum(['site', 'department', 'window']), id: z.string().min(1).max(64) }),
  z.object({ level: z.literal('own') }),
]);

export const DutyName = z.enum(['system', 'security', 'audit']);

/** The name of a role, as grants refer to it. */
export const RoleName = z.string().regex(/^[a-z][a-z0-9-]{1,49}$/);

/**
 * A permission inside a role: held at the scope of the grant, or with `@centre` or `@own` at that scope
 * whatever the grant says.
 */
export const RolePermission = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*(@(centre|own))?$/);

export const RoleInput = z.object({
  nameZh: z.string().trim().min(1).max(60),
  nameEn: z.string().trim().min(1).max(100),
  permissions: z.array(RolePermission).max(500),
  demandsSecondFactor: z.boolean(),
});
export type RoleInput = z.infer<typeof RoleInput>;

export const Role = RoleInput.extend({
  role: RoleName,
  /** Whose duty it is, when this is one of the three administrators; such a role is fixed. */
  administrator: DutyName.nullable(),
  /** The kind of account that holds it without a grant. */
  impliedFor: z.enum(['staff', 'citizen', 'device']).nullable(),
  /** Levels at which it can be granted. */
  levels: z.array(z.enum(['centre', 'site', 'department', 'window', 'own'])),
  holders: z.number().int(),
  version: z.number().int(),
  updatedAt: Instant,
});
export type Role = z.infer<typeof Role>;

export const GrantInput = z.object({
  role: RoleName,
  scope: Scope,
  validFrom: Instant.optional(),
  validUntil: Instant.nullish(),
  reason: z.string().trim().min(1).max(200),
});
export type GrantInput = z.infer<typeof GrantInput>;

export const RoleGrant = z.object({
  id: Id,
  accountId: Id,
  accountName: z.string(),
  role: RoleName,
  nameZh: z.string(),
  nameEn: z.string(),
  scope: Scope,
  validFrom: Instant,
  validUntil: Instant.nullable(),
  reason: z.string(),
  grantedBy: z.string(),
  grantedAt: Instant,
  state: z.enum(['active', 'awaiting-confirmation']),
});
export type RoleGrant = z.infer<typeof RoleGrant>;

export const PermissionShown = z.object({
  name: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  levels: z.array(z.enum(['centre', 'site', 'department', 'window', 'own'])),
  reservedFor: DutyName.nullable(),
});

const refusals = [
  problems.permissionReserved,
  problems.permissionUnknown,
  problems.scopeNotFitting,
] as const;

export const roleRoutes = {
  listRoles: route({
    name: 'access.listRoles',
    method: 'GET',
    path: '/api/v1/roles',
    summary: 'All roles of the centre',
    admission: permissions.viewRoles,
    response: z.object({ items: z.array(Role) }),
  }),
  listPermissions: route({
    name: 'access.listPermissions',
    method: 'GET',
    path: '/api/v1/permissions',
    summary: 'Every permission that roles can be made of',
    admission: permissions.viewRoles,
    response: z.object({ items: z.array(PermissionShown) }),
  }),
  createRole: route({
    name: 'access.createRole',
    method: 'POST',
    path: '/api/v1/roles',
    summary: 'Make a role',
    admission: permissions.manageRoles,
    body: RoleInput.extend({ role: RoleName }),
    response: Role,
    status: 201,
    idempotency: 'optional',
    problems: refusals,
  }),
  changeRole: route({
    name: 'access.changeRole',
    method: 'PUT',
    path: '/api/v1/roles/:role',
    summary: 'Change a role; its holders have the new permissions at once',
    admission: permissions.manageRoles,
    params: z.object({ role: RoleName }),
    body: RoleInput.extend({ version: z.number().int().min(1) }),
    response: Role,
    problems: [...refusals, problems.roleBuiltIn],
  }),
  grantRole: route({
    name: 'access.grantRole',
    method: 'POST',
    path: '/api/v1/accounts/:id/grants',
    summary: 'Grant a role; an administrator’s role waits for a second security administrator',
    admission: permissions.manageRoles,
    params: IdParams,
    body: GrantInput,
    response: RoleGrant,
    status: 201,
    idempotency: 'optional',
    problems: [
      problems.roleUnknown,
      problems.selfNotAllowed,
      problems.dutiesApart,
      problems.scopeNotFitting,
      problems.notForKind,
      problems.periodInvalid,
      problems.proofNeeded,
    ],
  }),
  listGrants: route({
    name: 'access.listGrants',
    method: 'GET',
    path: '/api/v1/accounts/:id/grants',
    summary: 'The roles of an account',
    admission: permissions.viewRoles,
    params: IdParams,
    response: z.object({ items: z.array(RoleGrant) }),
  }),
  listAwaitingGrants: route({
    name: 'access.listAwaitingGrants',
    method: 'GET',
    path: '/api/v1/role-grants/awaiting-confirmation',
    summary: 'Grants of administrators’ roles that wait for a second security administrator',
    admission: permissions.viewRoles,
    response: z.object({ items: z.array(RoleGrant) }),
  }),
  confirmGrant: route({
    name: 'access.confirmGrant',
    method: 'POST',
    path: '/api/v1/role-grants/:id/confirmation',
    summary: 'Confirm a grant that another security administrator asked for',
    admission: permissions.manageRoles,
    params: IdParams,
    response: RoleGrant,
    problems: [problems.selfNotAllowed, problems.dutiesApart, problems.proofNeeded],
  }),
  revokeGrant: route({
    name: 'access.revokeGrant',
    method: 'DELETE',
    path: '/api/v1/role-grants/:id',
    summary: 'Take a role away, or refuse one that waits; it stops at once',
    admission: permissions.manageRoles,
    params: IdParams,
    response: Done,
    problems: [problems.selfNotAllowed, problems.lastSecurityAdministrator],
  }),
} as const;
