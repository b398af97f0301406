import { z } from 'zod';

import { job } from '../jobs/contract.ts';
import type { AccessDeps } from './deps.ts';
import { deleteEnded } from './sessions/repository.ts';

/** Removes sessions, flows, codes and counts of failures that have ended. */
export function createPurgeJob({ clock }: Pick<AccessDeps, 'clock'>) {
  return job({
    name: 'access.remove-ended',
    title: { 'zh-CN': '清理过期会话', en: 'Remove sessions that have ended' },
    payload: z.object({}),
    schedule: { everySeconds: 600 },
    retry: { attempts: 3, backoffSeconds: 60 },
    key: () => 'access.remove-ended',
    run: {
      mode: 'in-transaction',
      handle: (tx, _payload, { actor }) => deleteEnded(tx, actor.centreId, clock.now()),
    },
  });
}
