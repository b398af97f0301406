import type { Actor } from '#kernel/access/contract-actor.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Versioned } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import { PAPER_PURPOSE } from '../file-purposes.ts';
import type { Loaded } from '../load-around.ts';
import * as repository from '../repository.ts';
import { toEntry } from '../row.ts';

/** 归档: the list of all that the dossier holds, and an SM3 hash over it: papers by the hash of their files, and every step. */
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
      decide: async (loaded, tx) => {
        const dossier = await toDossier(deps, tx, actor, loaded);
        return {
          detail: { dossier: dossier.papers },
          changes: { dossierHash: sm3Hex(JSON.stringify(dossier)) },
        };
      },
    },
    once,
  );
}

async function toDossier(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  { around: { file }, paperRows }: Loaded,
) {
  const events = await repository.listEvents(tx, actor.centreId, file.id);
  const papers = await Promise.all(
    paperRows.map(async (row) => ({
      key: row.key,
      state: row.state,
      files: await Promise.all(
        row.file_ids.map(async (fileId) => {
          const { hash } = await deps.files.getFile(tx, actor, fileId, PAPER_PURPOSE);
          return { fileId, hash };
        }),
      ),
    })),
  );
  return { caseNo: file.caseNo, papers, steps: events.map(toEntry) };
}
