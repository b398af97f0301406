import { z } from 'zod';

import { addDays } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { job } from '#kernel/jobs/contract.ts';

import { aroundOf } from '../around.ts';
import type { QueueDeps } from '../deps.ts';
import { endDays } from '../end-days.ts';
import { measureDay } from '../measure-day.ts';

/** Each night the figures of the day before, from its events alone; a day is measured when it has ended. */
export const measureYesterday = (deps: QueueDeps) =>
  job({
    name: 'queue.measure-yesterday',
    title: { 'zh-CN': '大厅日统计', en: 'Figures of the day before' },
    payload: z.object({}),
    schedule: { cron: '20 0 * * *' },
    retry: { attempts: 5, backoffSeconds: 60 },
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor, dueAt }) => {
        const around = await aroundOf(deps, tx, actor.centreId);
        const day = addDays(localDay(dueAt, around.zone), -1);
        const measured = await endDays(deps, { tx, clock: deps.clock, actor }, around);
        if (!measured.has(day))
          await measureDay(deps, tx, actor, { day, zone: around.zone, anew: true });
      },
    },
  });

/** Every five minutes the figures of today, of what was heard since, so that reports and the cockpit are never older. */
export const measureToday = (deps: QueueDeps) =>
  job({
    name: 'queue.measure-today',
    title: { 'zh-CN': '大厅当日统计', en: 'Figures of today' },
    payload: z.object({}),
    schedule: { everySeconds: 300 },
    retry: { attempts: 2, backoffSeconds: 30 },
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        const { zone, today } = await aroundOf(deps, tx, actor.centreId);
        await measureDay(deps, tx, actor, { day: today, zone, anew: false });
      },
    },
  });
