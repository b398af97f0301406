import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import { newId } from '../../ids/id.ts';
import { commonProblems } from '../../problems/contract.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { lockAccount } from '../accounts/repository.ts';
import type { Actor, Scope } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { findUnfit, toScope, toScopeColumns } from '../rules/role-permissions.ts';
import { checkLastSecurityAdministrator, decideGrant, refuseSelf } from '../rules/separation.ts';
import { readSettings } from '../settings/repository.ts';
import type { RoleGrantRow, RoleRow } from '../tables.ts';
import * as repository from './repository.ts';

export interface RoleGift {
  readonly accountId: string;
  readonly role: string;
  readonly scope: Scope;
  readonly validFrom?: Date | undefined;
  readonly validUntil?: Date | null | undefined;
  readonly reason: string;
}

type GiveDeps = Pick<AccessDeps, 'clock' | 'permissions'>;

/**
 * Gives a role in the caller's transaction. The caller has authorised the act; the rules of separation
 * are kept here: nobody gives to themself, administrators stand alone, and an administrator's role waits
 * for a second security administrator when there is one.
 */
export async function giveRole(
  deps: GiveDeps,
  tx: Tx,
  actor: Actor,
  gift: RoleGift,
): Promise<RoleGrantRow> {
  const { centreId } = actor;
  const now = deps.clock.now();
  const account = orNotFound(await lockAccount(tx, centreId, gift.accountId));
  const role = await repository.findRole(tx, centreId, gift.role);
  if (role === undefined) throw new ProblemError(accessProblems.roleUnknown, { role: gift.role });
  const validFrom = gift.validFrom ?? now;
  if (gift.validUntil && gift.validUntil <= validFrom)
    throw new ProblemError(accessProblems.periodInvalid);
  checkFits(deps, role, gift.scope);
  const [held, others, settings] = await Promise.all([
    repository.listHeldRoles(tx, centreId, account.account_id),
    // Only an administrator's role asks for others who could confirm it.
    role.administrator === null
      ? Promise.resolve(0)
      : repository.countSecurityAdministrators(tx, centreId, idOf(actor), now),
    readSettings(tx, centreId),
  ]);
  const decision = decideGrant({
    granterId: actor.kind === 'system' ? undefined : actor.id,
    account: { id: account.account_id, kind: account.kind },
    role,
    held,
    otherSecurityAdministrators: others,
    confirmAdministrators: settings.confirmAdministrators,
  });
  const columns = { role: role.role, ...toScopeColumns(gift.scope) };
  if (await repository.findGrantOf(tx, centreId, { accountId: account.account_id, ...columns })) {
    throw new ProblemError(commonProblems.duplicate, { value: role.name_zh });
  }
  const row: RoleGrantRow = {
    centre_id: centreId,
    grant_id: newId(),
    account_id: account.account_id,
    ...columns,
    valid_from: validFrom,
    valid_until: gift.validUntil ?? null,
    reason: gift.reason,
    granted_by: actor.id,
    granted_by_name: actor.name,
    granted_at: now,
    confirmed_by: null,
    state: decision === 'at-once' ? 'active' : 'awaiting-confirmation',
  };
  repository.insertGrant(tx, row);
  if (row.state === 'active') tellGranted(deps, tx, actor, row, null);
  else tell(tx, deps.clock, actor, accessEvents.roleGrantAsked, toTelling(row));
  return row;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The actor's account; the software itself has none. */
function idOf(actor: Actor): string {
  return actor.kind === 'system' ? NOBODY : actor.id;
}

function checkFits({ permissions }: GiveDeps, role: RoleRow, scope: Scope): void {
  const permission = findUnfit(role.permissions, scope.level, permissions);
  if (permission !== undefined)
    throw new ProblemError(accessProblems.scopeNotFitting, { role: role.role, permission });
}

/** Takes a role away in the caller's transaction; it stops with the holder's next request. */
export async function takeRole(
  deps: GiveDeps,
  tx: Tx,
  actor: Actor,
  grant: RoleGrantRow,
): Promise<void> {
  refuseSelf(actor.id, grant.account_id);
  const role = await repository.findRole(tx, actor.centreId, grant.role);
  if (role?.administrator === 'security' && grant.state === 'active') {
    await repository.lockSecurityRoles(tx, actor.centreId);
    const others = await repository.countSecurityAdministrators(
      tx,
      actor.centreId,
      grant.account_id,
      deps.clock.now(),
    );
    checkLastSecurityAdministrator(true, others);
  }
  repository.deleteGrant(tx, grant);
  tell(tx, deps.clock, actor, accessEvents.roleRevoked, toTelling(grant));
}

export function tellGranted(
  { clock }: GiveDeps,
  tx: Tx,
  actor: Actor,
  row: RoleGrantRow,
  confirmedBy: string | null,
): void {
  const telling = toTelling(row);
  tell(tx, clock, actor, accessEvents.roleGranted, {
    ...telling,
    payload: { ...telling.payload, confirmedBy },
  });
}

function toTelling(row: RoleGrantRow) {
  return {
    subject: { kind: 'access.account', id: row.account_id },
    payload: {
      grantId: row.grant_id,
      accountId: row.account_id,
      role: row.role,
      scope: toScope(row.scope_level, row.scope_id),
    },
    audit: {
      reason: row.reason,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      grantedBy: row.granted_by,
    },
  };
}
