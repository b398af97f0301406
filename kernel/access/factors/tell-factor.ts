import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import type { Actor } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import type { AccessDeps } from '../deps.ts';

export function tellFactorAdded(
  { clock }: AccessDeps,
  tx: Tx,
  actor: Actor,
  accountId: string,
  factor: 'totp' | 'passkey' | 'recovery-codes',
): void {
  tell(tx, clock, actor, accessEvents.factorAdded, {
    subject: { kind: 'access.account', id: accountId },
    payload: { accountId, factor },
  });
}

export function tellFactorRemoved(
  { clock }: AccessDeps,
  tx: Tx,
  actor: Actor,
  removed: {
    readonly accountId: string;
    readonly factor: 'totp' | 'passkey' | 'all';
    readonly reason?: string;
  },
): void {
  tell(tx, clock, actor, accessEvents.factorRemoved, {
    subject: { kind: 'access.account', id: removed.accountId },
    payload: removed,
  });
}
