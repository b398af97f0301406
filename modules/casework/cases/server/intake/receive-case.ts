import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Versioned } from '../../contract.ts';
import { isAfterClosing } from '../acceptance.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import * as repository from '../repository.ts';

/**
 * Takes in what was submitted online; its five days began with the submission. What was collected for another
 * place is received now, and only now do its days begin.
 */
export async function receiveCase(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version }: Versioned,
  once: Once,
): Promise<ActResult> {
  const row = await repository.findCase(deps.database.db, actor.centreId, id);
  const isCollected = row?.body.proxy?.stage === 'sent';
  return act(
    deps,
    actor,
    {
      act: isCollected ? 'receive-from-proxy' : 'receive',
      id,
      version,
      decide: ({ around: { file, today, settings } }) => {
        const receivedAt = deps.clock.now().toISOString();
        if (file.proxy === null) return { changes: { receivedAt: file.submittedAt } };
        return {
          changes: {
            receivedAt,
            proxy: { ...file.proxy, stage: 'received-by-owner' },
            facts: {
              ...file.facts,
              receivedOn: today,
              receivedLate: isAfterClosing(deps, { settings }),
            },
          },
        };
      },
    },
    once,
  );
}
