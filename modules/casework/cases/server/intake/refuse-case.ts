import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Reasoned, Refuse } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/** 不予受理: out of this authority’s competence; says who decides instead (art. 32 (2)). */
export function refuseCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, reason, authority, remedy }: Refuse,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'refuse',
      id,
      version,
      typed: { reason, authority },
      decide: ({ around: { file, today } }) => ({
        isPublic: true,
        note: reason,
        detail: { authority },
        changes: {
          outcome: '6',
          outcomeReason: `${reason}（应向${authority}申请）`,
          remedy,
          facts: { ...file.facts, answeredOn: today, endedOn: today },
        },
      }),
    },
    once,
  );
}

/** 不需要取得许可的，即时告知不受理 (art. 32 (1)). */
export function sayNotNeeded(
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
      act: 'not-needed',
      id,
      version,
      typed: { reason },
      decide: ({ around: { file, today } }) => ({
        isPublic: true,
        note: reason,
        changes: {
          outcome: '6',
          outcomeReason: reason,
          facts: { ...file.facts, answeredOn: today, endedOn: today },
        },
      }),
    },
    once,
  );
}
