import { serve, type ServedRoute } from '../../http/handler.ts';
import { changeAccount } from '../accounts/change-account.ts';
import { createAccount } from '../accounts/create-account.ts';
import { getAccount, listAccounts } from '../accounts/list-accounts.ts';
import { changePassword, changeProfile, getProfile } from '../accounts/profile.ts';
import { resetFactors, resetPassword, unlockAccount } from '../accounts/reset-account.ts';
import { setAccountStatus } from '../accounts/set-status.ts';
import { accountRoutes, profileRoutes } from '../contract-account.ts';
import { settingsRoutes } from '../contract-entry.ts';
import { roleRoutes } from '../contract-role.ts';
import type { AccessDeps } from '../deps.ts';
import { changeRole, createRole, listAllRoles, listPermissions } from '../roles/edit-role.ts';
import {
  confirmGrant,
  grantRole,
  listAwaitingGrants,
  listGrants,
  revokeGrant,
} from '../roles/manage-grants.ts';
import { listOwnSessions, listSessions } from '../sessions/list-sessions.ts';
import {
  revokeAccountSessions,
  revokeOtherSessions,
  revokeOwnSession,
  revokeSession,
} from '../sessions/revoke-sessions.ts';
import { toVisit } from '../sessions/visit.ts';
import { changeSettings, getSettings } from '../settings/change-settings.ts';

const done = { done: true } as const;

export function createAccountRoutes(deps: AccessDeps): ServedRoute[] {
  return [
    serve(accountRoutes.listAccounts, ({ actor, query }) => listAccounts(deps, actor, query)),
    serve(accountRoutes.getAccount, ({ actor, params }) => getAccount(deps, actor, params.id)),
    serve(accountRoutes.createAccount, ({ actor, body, once }) =>
      createAccount(deps, actor, body, once),
    ),
    serve(accountRoutes.changeAccount, ({ actor, params, body }) =>
      changeAccount(deps, actor, params.id, body),
    ),
    serve(accountRoutes.setAccountStatus, ({ actor, params, body }) =>
      setAccountStatus(deps, actor, { accountId: params.id, ...body }),
    ),
    serve(accountRoutes.resetPassword, ({ actor, params, once }) =>
      resetPassword(deps, actor, params.id, once),
    ),
    serve(accountRoutes.resetFactors, ({ actor, params, body }) =>
      resetFactors(deps, actor, params.id, body.reason),
    ),
    serve(accountRoutes.unlockAccount, ({ actor, params }) =>
      unlockAccount(deps, actor, params.id),
    ),
    serve(accountRoutes.listSessions, ({ actor, query }) => listSessions(deps, actor, query)),
    serve(accountRoutes.revokeSession, ({ actor, params }) =>
      revokeSession(deps, actor, params.id).then(() => done),
    ),
    serve(accountRoutes.revokeAccountSessions, ({ actor, params }) =>
      revokeAccountSessions(deps, actor, params.id).then(() => done),
    ),
  ];
}

export function createProfileRoutes(deps: AccessDeps): ServedRoute[] {
  return [
    serve(profileRoutes.getProfile, ({ actor }) => getProfile(deps, actor)),
    serve(profileRoutes.changeProfile, ({ actor, body }) => changeProfile(deps, actor, body)),
    serve(profileRoutes.changePassword, (call) =>
      changePassword(deps, toVisit(call), call.body).then(() => done),
    ),
    serve(profileRoutes.listOwnSessions, ({ actor }) => listOwnSessions(deps, actor)),
    serve(profileRoutes.revokeOwnSession, ({ actor, params }) =>
      revokeOwnSession(deps, actor, params.id).then(() => done),
    ),
    serve(profileRoutes.revokeOtherSessions, ({ actor }) =>
      revokeOtherSessions(deps, actor).then(() => done),
    ),
    serve(settingsRoutes.getAccessSettings, ({ actor }) => getSettings(deps, actor)),
    serve(settingsRoutes.changeAccessSettings, ({ actor, body }) =>
      changeSettings(deps, actor, body),
    ),
  ];
}

export function createRoleRoutes(deps: AccessDeps): ServedRoute[] {
  return [
    serve(roleRoutes.listRoles, ({ actor }) => listAllRoles(deps, actor)),
    serve(roleRoutes.listPermissions, ({ actor }) => listPermissions(deps, actor)),
    serve(roleRoutes.createRole, ({ actor, body, once }) => createRole(deps, actor, body, once)),
    serve(roleRoutes.changeRole, ({ actor, params, body }) =>
      changeRole(deps, actor, params.role, body),
    ),
    serve(roleRoutes.grantRole, ({ actor, params, body, once }) =>
      grantRole(deps, actor, params.id, body, once),
    ),
    serve(roleRoutes.listGrants, ({ actor, params }) => listGrants(deps, actor, params.id)),
    serve(roleRoutes.listAwaitingGrants, ({ actor }) => listAwaitingGrants(deps, actor)),
    serve(roleRoutes.confirmGrant, ({ actor, params }) => confirmGrant(deps, actor, params.id)),
    serve(roleRoutes.revokeGrant, ({ actor, params }) =>
      revokeGrant(deps, actor, params.id).then(() => done),
    ),
  ];
}
