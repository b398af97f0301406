import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import type { Actor } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import type { AccessDeps } from '../deps.ts';
import { deleteSessions } from './repository.ts';

/** Ends sessions of an account in the caller's transaction and says which; false when none was open. */
export async function endSessions(
  { clock }: Pick<AccessDeps, 'clock'>,
  tx: Tx,
  actor: Actor,
  accountId: string,
  which: { readonly only?: string; readonly except?: string | undefined } = {},
): Promise<boolean> {
  const sessionIds = await deleteSessions(tx, actor.centreId, accountId, which);
  if (sessionIds.length === 0) return false;
  tell(tx, clock, actor, accessEvents.sessionsRevoked, {
    subject: { kind: 'access.account', id: accountId },
    payload: { accountId, sessionIds },
  });
  return true;
}
