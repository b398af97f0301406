import { z } from 'zod';

import { job } from '#kernel/jobs/contract.ts';

import { aroundOf } from '../around.ts';
import type { QueueDeps } from '../deps.ts';
import { endDays } from '../end-days.ts';
import { recordWindow } from '../events.ts';
import { endPostsFrom } from '../posts.ts';
import { listWindows, saveWindow } from '../repository-windows.ts';
import { moveTo } from '../sessions.ts';

/**
 * After each midnight of the centre's zone: tickets of earlier days that nobody ended are void, and windows
 * that nobody signed out of are left. A ticket is never carried into the next day.
 */
export const endDay = (deps: QueueDeps) =>
  job({
    name: 'queue.end-day',
    title: { 'zh-CN': '号票日终处理', en: 'End of the day for tickets' },
    payload: z.object({}),
    schedule: { cron: '1 0,7 * * *' },
    retry: { attempts: 5, backoffSeconds: 60 },
    permissions: ['organisation.operate-windows'],
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        const around = await aroundOf(deps, tx, actor.centreId);
        const { today, now } = around;
        const writing = { tx, clock: deps.clock, actor };
        await endDays(deps, writing, around);
        for (const window of await listWindows(tx, actor.centreId, {})) {
          if (window.account_id === null || window.since.getTime() > startOf(now)) continue;
          await moveTo(deps, tx, actor, window.window_id, { from: window.state, to: 'offline' });
          const row = {
            ...window,
            state: 'offline' as const,
            account_id: null,
            person_id: null,
            person_name: '',
            is_cover: false,
            since: deps.clock.now(),
            pause_reason: '',
            paused_until: null,
          };
          saveWindow(tx, row);
          await endPostsFrom(writing, around, window.window_id);
          recordWindow(writing, row, 'signed-out', { day: today, who: window });
        }
      },
    },
  });

const HOURS_MS = 3_600_000;
/** Whoever signed in within the last hours works at night, and stays. */
const startOf = (now: Date) => now.getTime() - 6 * HOURS_MS;
