import { hashToken } from '../../crypto/token-hash.ts';
import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import { newId } from '../../ids/id.ts';
import { randomToken } from '../../ids/token.ts';
import { updateAccount } from '../accounts/repository.ts';
import type { AccessSettings } from '../contract-entry.ts';
import { accessEvents } from '../contract-events.ts';
import type { AccessDeps } from '../deps.ts';
import type { AccountRow, SessionRow, SessionStep } from '../tables.ts';
import { lifeOf } from './life.ts';
import * as repository from './repository.ts';
import { ownerActor, type Visit } from './visit.ts';

type Owner = Pick<AccountRow, 'account_id' | 'kind' | 'display_name'>;

export interface Opening {
  readonly account: Owner;
  readonly step: SessionStep;
  /** How it was signed in: `password`, `passkey`, `identity`, and later `password+totp`. */
  readonly method: string;
  readonly identityHint?: string;
  /** A visitor's session at a device, with limits of its own, in seconds. */
  readonly atDevice?: {
    readonly accountId: string;
    readonly permits: readonly string[];
    readonly life: { readonly idle: number; readonly absolute: number };
  };
}

export interface OpenedSession {
  readonly token: string;
  readonly sessionId: string;
}

/** Opens a session and gives its token, which is kept nowhere: only its hash is. */
export function openSession(
  deps: Pick<AccessDeps, 'clock'>,
  tx: Tx,
  visit: Visit,
  settings: AccessSettings,
  opening: Opening,
): OpenedSession {
  const now = deps.clock.now();
  const token = randomToken();
  const { atDevice } = opening;
  const life = atDevice?.life ?? lifeOf(opening.account.kind, settings);
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const row: SessionRow = {
    centre_id: visit.actor.centreId,
    session_id: newId(),
    token_hash: hashToken(token),
    account_id: opening.account.account_id,
    step: opening.step,
    method: opening.method,
    idle_seconds: life.idle,
    created_at: now,
    last_seen_at: now,
    idle_until: after(life.idle),
    expires_at: after(life.absolute),
    proven_at: now,
    address: visit.address,
    user_agent: visit.userAgent,
    identity_hint: opening.identityHint ?? null,
    device_account_id: atDevice?.accountId ?? null,
    permits: atDevice === undefined ? null : [...atDevice.permits],
  };
  // Whoever signs in again in the same browser leaves nothing open behind.
  if (visit.token !== undefined)
    repository.deleteByToken(tx, row.centre_id, hashToken(visit.token));
  repository.insertSession(tx, row);
  if (row.step === 'complete') completeSignIn(deps, tx, visit, opening.account, row);
  return { token, sessionId: row.session_id };
}

/**
 * Moves a session on: to its next step, with a new token, so that a token seen before is worth nothing
 * after. Gives the new token.
 */
export function moveSession(
  deps: Pick<AccessDeps, 'clock'>,
  tx: Tx,
  visit: Visit,
  session: SessionRow & Owner,
  to: { readonly step: SessionStep; readonly method: string },
): string {
  const token = randomToken();
  const now = deps.clock.now();
  const changes = {
    token_hash: hashToken(token),
    step: to.step,
    method: to.method,
    proven_at: now,
  };
  repository.updateSession(tx, session, changes);
  const isNowComplete = session.step !== 'complete' && to.step === 'complete';
  if (isNowComplete) completeSignIn(deps, tx, visit, session, { ...session, ...changes });
  return token;
}

function completeSignIn(
  { clock }: Pick<AccessDeps, 'clock'>,
  tx: Tx,
  visit: Visit,
  account: Owner,
  session: SessionRow,
): void {
  updateAccount(tx, session.centre_id, account.account_id, { last_sign_in_at: clock.now() });
  tell(tx, clock, ownerActor(visit, account), accessEvents.signedIn, {
    subject: { kind: 'access.account', id: account.account_id },
    payload: {
      accountId: account.account_id,
      sessionId: session.session_id,
      kind: account.kind,
      method: session.method,
    },
  });
}
