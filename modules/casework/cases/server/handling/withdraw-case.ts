import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Reasoned, Versioned } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/** 申请撤件: no clock stops until it is confirmed. */
export function askWithdrawal(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, reason }: Reasoned,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'ask-withdrawal',
      id,
      version,
      typed: { reason },
      decide: ({ around: { file } }) => ({
        isPublic: true,
        note: reason,
        changes: { beforeWithdrawal: file.state, outcomeReason: reason },
      }),
    },
    once,
  );
}

/** 确认撤件. */
export function confirmWithdrawal(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version }: Versioned,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'confirm-withdrawal',
      id,
      version,
      decide: ({ around: { file, today } }) => ({
        isPublic: true,
        changes: { beforeWithdrawal: null, outcome: '5', facts: { ...file.facts, endedOn: today } },
      }),
    },
    once,
  );
}

/** 继续办理: the case goes on where it stood. */
export function continueHandling(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, reason }: Reasoned,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'continue-handling',
      id,
      version,
      typed: { reason },
      decide: () => ({
        isPublic: true,
        note: reason,
        changes: { beforeWithdrawal: null, outcomeReason: '' },
      }),
    },
    once,
  );
}
