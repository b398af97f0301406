import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Versioned } from '../../contract.ts';
import { act } from '../act.ts';
import { composeDossier, digestOfDossier } from '../archive/compose-dossier.ts';
import type { CasesDeps } from '../deps.ts';

/** 归档: the list of all that the dossier holds, each with its digest, and one digest over the list. */
export function archiveCase(
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
      act: 'archive',
      id,
      version,
      decide: async ({ around: { file } }, tx) => {
        const { centreId } = actor;
        const items = await composeDossier(deps, tx, file, { centreId, lastSeq: file.version });
        return {
          detail: { dossier: items },
          changes: { dossierHash: digestOfDossier(file.caseNo, items) },
        };
      },
    },
    once,
  );
}
