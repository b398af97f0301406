import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, CheckPapers } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import { putHandedIn } from './hand-in.ts';

/** 核对材料: says of papers how they came in and whether they are fit. */
export function checkPapers(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, papers }: CheckPapers,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'check-papers',
      id,
      version,
      revise: (loaded, tx) => putHandedIn(deps, tx, actor, loaded, { papers, mayJudge: true }),
      decide: ({ paperRows }) => ({ papers: paperRows }),
    },
    once,
  );
}
