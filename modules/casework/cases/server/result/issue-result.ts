import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Issue, Versioned } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import { writeLicence } from './write-licence.ts';

/** 开始制证. */
export function beginCertifying(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version }: Versioned,
  once: Once,
): Promise<ActResult> {
  return act(deps, actor, { act: 'begin-certifying', id, version }, once);
}

/**
 * 制证完成: the licence is issued, changed, renewed, replaced or cancelled as the matter says, in the transaction
 * of the act: there is never a licence without its case going on, nor the reverse.
 */
export function issueResult(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, content, newSubject }: Issue,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'issue',
      id,
      version,
      decide: async (loaded, tx) => {
        const licenceId = await writeLicence(deps, tx, actor, loaded, { content, newSubject });
        return { isPublic: true, detail: { licenceId }, changes: { licenceId } };
      },
    },
    once,
  );
}
