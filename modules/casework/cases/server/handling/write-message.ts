import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, WriteMessage } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/** 留言 between the applicant and whoever handles the case; part of its history. */
export function writeMessage(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { text }: WriteMessage,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    { act: 'write-message', id, decide: () => ({ note: text, isPublic: true }) },
    once,
  );
}
