import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Refuse, Terminate } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/** 终止办理: corrections or supplements never came, or applicant or matter are gone. */
export function terminateCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, reason, ground }: Terminate,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'terminate',
      id,
      version,
      typed: { reason, ground },
      decide: ({ around: { file, today } }) => ({
        isPublic: true,
        note: reason,
        detail: { ground },
        changes: {
          outcome: '5',
          outcomeReason: reason,
          facts: { ...file.facts, endedOn: today },
        },
      }),
    },
    once,
  );
}

/** 转报上级: examined here first, decided there (art. 43). */
export function transferCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, reason, authority }: Refuse,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'transfer',
      id,
      version,
      typed: { reason, authority },
      decide: ({ around: { file, today } }) => ({
        isPublic: true,
        note: reason,
        detail: { authority },
        changes: {
          outcome: '4',
          outcomeReason: `${reason}（转报${authority}）`,
          facts: { ...file.facts, endedOn: today },
        },
      }),
    },
    once,
  );
}
