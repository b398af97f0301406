import { tell } from '../../events/tell.ts';
import { commonProblems } from '../../problems/contract.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import type { Profile, ProfileChange } from '../contract-account.ts';
import type { Actor } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { listGrants } from '../roles/repository.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { provePassword } from '../sessions/give-proof.ts';
import type { Visit } from '../sessions/visit.ts';
import { readSettings } from '../settings/repository.ts';
import { prepareNewPassword, storeNewPassword } from './new-password.ts';
import { findAccount, updateAccount } from './repository.ts';

/** One's own account. The software itself has none. */
export async function getProfile(deps: AccessDeps, actor: Actor): Promise<Profile> {
  if (actor.kind === 'system') throw new ProblemError(commonProblems.forbidden);
  const { db } = deps.database;
  const [found, grants] = await Promise.all([
    findAccount(db, actor.centreId, actor.id),
    listGrants(db, actor.centreId, { accountId: actor.id, state: 'active' }),
  ]);
  const account = orNotFound(found);
  const roles = new Map(
    grants.map((grant) => [
      grant.role,
      { role: grant.role, nameZh: grant.name_zh, nameEn: grant.name_en },
    ]),
  );
  return {
    id: account.account_id,
    kind: account.kind,
    loginName: account.login_name,
    displayName: account.display_name,
    locale: account.locale,
    elderMode: account.elder_mode,
    passwordChangedAt: account.password_changed_at?.toISOString() ?? null,
    roles: [...roles.values()],
  };
}

/** Changes one's own language and elder mode. */
export async function changeProfile(
  deps: AccessDeps,
  actor: Actor,
  input: ProfileChange,
): Promise<Profile> {
  await deps.database.transaction((tx) => {
    updateAccount(tx, actor.centreId, actor.id, {
      ...(input.locale === undefined ? {} : { locale: input.locale }),
      ...(input.elderMode === undefined ? {} : { elder_mode: input.elderMode }),
      updated_at: deps.clock.now(),
    });
    return Promise.resolve();
  });
  return getProfile(deps, actor);
}

/** Changes one's own password, given the present one; ends one's other sessions. */
export async function changePassword(
  deps: AccessDeps,
  visit: Visit,
  input: { readonly currentPassword: string; readonly newPassword: string },
): Promise<void> {
  const { actor } = visit;
  const { db } = deps.database;
  const [found, settings] = await Promise.all([
    findAccount(db, actor.centreId, actor.id),
    readSettings(db, actor.centreId),
  ]);
  const account = orNotFound(found);
  if (account.password_hash === null) throw new ProblemError(accessProblems.notForKind);
  // The present password is checked first: the rules tell a stranger nothing about the old ones.
  await provePassword(deps, { visit, account, settings }, input.currentPassword, () => undefined);
  const hash = await prepareNewPassword(deps, account, input.newPassword, settings);
  await deps.database.transaction(async (tx) => {
    storeNewPassword(deps, tx, account, hash);
    await endSessions(deps, tx, actor, account.account_id, { except: actor.sessionId });
    tell(tx, deps.clock, actor, accessEvents.passwordChanged, {
      subject: { kind: 'access.account', id: account.account_id },
      payload: { accountId: account.account_id },
    });
  });
}
