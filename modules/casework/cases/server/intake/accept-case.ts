import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Accept, ActResult } from '../../contract.ts';
import { toAccepted } from '../acceptance.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/** 受理: with all papers, with 容缺 and a promise to supply the rest, or on 告知承诺. */
export function acceptCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, ...acceptance }: Accept,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'accept',
      id,
      version,
      typed: acceptance,
      decide: (loaded) => toAccepted(deps, loaded, acceptance),
    },
    once,
  );
}
