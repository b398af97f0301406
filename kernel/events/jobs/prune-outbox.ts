import { z } from 'zod';

import { job } from '../../jobs/contract.ts';
import type { EventAdminDeps } from '../lists.ts';
import { pruneOutbox } from '../prune.ts';

const DEFAULT_DAYS = 400;

/** Removes events from the log that are older than the setting, every night. */
export function pruneOldEvents({ database, clock, retentionDays = DEFAULT_DAYS }: EventAdminDeps) {
  return job({
    name: 'events.prune-outbox',
    title: { 'zh-CN': '清理过期的事件记录', en: 'Remove old events from the log' },
    payload: z.object({}),
    schedule: { cron: '20 3 * * *' },
    retry: { attempts: 5, backoffSeconds: 600 },
    timeoutSeconds: 7200,
    run: {
      mode: 'outside',
      handle: async (_payload, { actor }) => {
        await pruneOutbox(database, actor.centreId, retentionDays, clock.now());
      },
    },
  });
}
