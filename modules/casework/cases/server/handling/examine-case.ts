import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Examine, InformThirdParties } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import { PAPER_PURPOSE } from '../file-purposes.ts';

/** 审查: each examiner signs with an opinion and the time; of the place as of the papers (art. 34, 55). */
export function examineCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, passes, isSiteCheck, opinion, fileIds }: Examine,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'examine',
      id,
      version,
      typed: { isSiteCheck },
      decide: async ({ around: { file } }, tx) => {
        for (const fileId of fileIds)
          await deps.files.attach(tx, actor, fileId, PAPER_PURPOSE, { kind: 'cases.case', id });
        const at = deps.clock.now().toISOString();
        const by = { id: actor.id, name: actor.name };
        return {
          note: opinion,
          detail: { passes, isSiteCheck },
          changes: {
            handler: file.handler ?? by,
            examinations: [...file.examinations, { by, at, passes, isSiteCheck, opinion, fileIds }],
          },
        };
      },
    },
    once,
  );
}

/** 告知利害关系人: they may state and defend (art. 36). */
export function informThirdParties(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, informed, statement }: InformThirdParties,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'inform-third-parties',
      id,
      version,
      decide: ({ around: { today } }) => ({
        note: statement,
        detail: { count: informed.length },
        changes: { thirdPartiesInformedOn: today },
      }),
    },
    once,
  );
}
