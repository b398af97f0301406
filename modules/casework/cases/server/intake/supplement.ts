import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Supplement } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import { putHandedIn } from './hand-in.ts';

/** 补交容缺材料: only what was put off; the review went on meanwhile. */
export function supplement(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, papers }: Supplement,
  once: Once,
): Promise<ActResult> {
  const mayJudge = actor.kind !== 'citizen';
  return act(
    deps,
    actor,
    {
      act: 'supplement',
      id,
      version,
      revise: (loaded, tx) => putHandedIn(deps, tx, actor, loaded, { papers, mayJudge }),
      decide: ({ paperRows }) => ({ papers: paperRows, isPublic: true }),
    },
    once,
  );
}
