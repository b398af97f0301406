import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Extend } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/** 延期: once, by the head, with the reason told to the applicant (art. 42). */
export function extendCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, days, reason }: Extend,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'extend',
      id,
      version,
      typed: { days, reason },
      decide: ({ around: { file, today } }) => ({
        isPublic: true,
        note: reason,
        detail: { days },
        changes: {
          extension: { days, on: today, reason, byName: actor.name },
          facts: { ...file.facts, extension: { days, on: today } },
        },
      }),
    },
    once,
  );
}
