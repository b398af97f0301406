import { commonProblems } from '../../problems/contract.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { findAccount } from '../accounts/repository.ts';
import { authorise } from '../authorise.ts';
import type { Actor } from '../contract-actor.ts';
import { accessPermissions } from '../contract-permissions.ts';
import type { AccessDeps } from '../deps.ts';
import { endSessions } from './end-sessions.ts';
import { findSession } from './repository.ts';

/** Ends one of one's own sessions. */
export async function revokeOwnSession(
  deps: AccessDeps,
  actor: Actor,
  sessionId: string,
): Promise<void> {
  const ended = await deps.database.transaction((tx) =>
    endSessions(deps, tx, actor, actor.id, { only: sessionId }),
  );
  if (!ended) throw new ProblemError(commonProblems.notFound);
}

/** Ends all of one's sessions but this one. */
export async function revokeOtherSessions(deps: AccessDeps, actor: Actor): Promise<void> {
  await deps.database.transaction((tx) =>
    endSessions(deps, tx, actor, actor.id, { except: actor.sessionId }),
  );
}

/** Ends anybody's session, for the security administrator. */
export async function revokeSession(
  deps: AccessDeps,
  actor: Actor,
  sessionId: string,
): Promise<void> {
  authorise(actor, accessPermissions.revokeSessions.name);
  const session = orNotFound(await findSession(deps.database.db, actor.centreId, sessionId));
  await deps.database.transaction((tx) =>
    endSessions(deps, tx, actor, session.account_id, { only: sessionId }),
  );
}

/** Ends all sessions of an account, for the security administrator. */
export async function revokeAccountSessions(
  deps: AccessDeps,
  actor: Actor,
  accountId: string,
): Promise<void> {
  authorise(actor, accessPermissions.revokeSessions.name);
  orNotFound(await findAccount(deps.database.db, actor.centreId, accountId));
  await deps.database.transaction((tx) => endSessions(deps, tx, actor, accountId));
}
