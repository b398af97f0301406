import type { Once } from '../../http/idempotency.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { lockAccount } from '../accounts/repository.ts';
import { authorise } from '../authorise.ts';
import type { Actor } from '../contract-actor.ts';
import { accessPermissions } from '../contract-permissions.ts';
import { accessProblems } from '../contract-problems.ts';
import type { GrantInput, RoleGrant } from '../contract-role.ts';
import type { AccessDeps } from '../deps.ts';
import { checkConfirmer, mayHoldTogether } from '../rules/separation.ts';
import { requireFreshProof } from '../sessions/give-proof.ts';
import { giveRole, takeRole, tellGranted } from './give-role.ts';
import * as repository from './repository.ts';
import { toRoleGrant } from './view.ts';

/** Grants a role. An administrator's role needs a fresh proof, and may wait for a second administrator. */
export async function grantRole(
  deps: AccessDeps,
  actor: Actor,
  accountId: string,
  input: GrantInput,
  once: Once,
): Promise<RoleGrant> {
  authorise(actor, accessPermissions.manageRoles.name);
  const role = await repository.findRole(deps.database.db, actor.centreId, input.role);
  if (role !== undefined && role.administrator !== null) await requireFreshProof(deps, actor);
  return deps.database.transaction(async (tx) => {
    const row = await giveRole(deps, tx, actor, {
      accountId,
      role: input.role,
      scope: input.scope,
      validFrom: input.validFrom === undefined ? undefined : new Date(input.validFrom),
      validUntil: input.validUntil == null ? null : new Date(input.validUntil),
      reason: input.reason,
    });
    const [shown] = await repository.listGrants(tx, actor.centreId, { grantId: row.grant_id });
    const grant = toRoleGrant(orNotFound(shown));
    once.claim(tx, grant);
    return grant;
  });
}

/** The roles of an account. */
export async function listGrants(
  deps: AccessDeps,
  actor: Actor,
  accountId: string,
): Promise<{ items: RoleGrant[] }> {
  authorise(actor, accessPermissions.viewRoles.name);
  const rows = await repository.listGrants(deps.database.db, actor.centreId, { accountId });
  return { items: rows.map(toRoleGrant) };
}

/** Administrators' roles that wait for a second security administrator. */
export async function listAwaitingGrants(
  deps: AccessDeps,
  actor: Actor,
): Promise<{ items: RoleGrant[] }> {
  authorise(actor, accessPermissions.viewRoles.name);
  const rows = await repository.listGrants(deps.database.db, actor.centreId, {
    state: 'awaiting-confirmation',
  });
  return { items: rows.map(toRoleGrant) };
}

/** Confirms what another security administrator asked for. Needs a fresh proof; a repeat changes nothing. */
export async function confirmGrant(
  deps: AccessDeps,
  actor: Actor,
  grantId: string,
): Promise<RoleGrant> {
  authorise(actor, accessPermissions.manageRoles.name);
  await requireFreshProof(deps, actor);
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockGrant(tx, actor.centreId, grantId));
    if (row.state === 'awaiting-confirmation') {
      checkConfirmer(actor.id, { grantedBy: row.granted_by, accountId: row.account_id });
      await lockAccount(tx, actor.centreId, row.account_id);
      const held = await repository.listHeldRoles(tx, actor.centreId, row.account_id);
      if (!mayHoldTogether(held)) throw new ProblemError(accessProblems.dutiesApart);
      repository.confirmGrant(tx, row, actor.id);
      tellGranted(deps, tx, actor, row, actor.id);
    }
    const [shown] = await repository.listGrants(tx, actor.centreId, { grantId });
    return toRoleGrant(orNotFound(shown));
  });
}

/** Takes a role away, or refuses one that waits. */
export async function revokeGrant(deps: AccessDeps, actor: Actor, grantId: string): Promise<void> {
  authorise(actor, accessPermissions.manageRoles.name);
  await deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockGrant(tx, actor.centreId, grantId));
    await takeRole(deps, tx, actor, row);
  });
}
