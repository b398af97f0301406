import { z } from 'zod';

import { centreDay } from '#kernel/centre/centre-day.ts';
import { job } from '#kernel/jobs/contract.ts';

import { move } from '../act.ts';
import type { SealsDeps } from '../deps.ts';
import { route } from '../dispatch.ts';
import * as lists from '../repository-list.ts';

const BATCH = 100;

/**
 * Every five minutes: what a maker did not answer goes to another; what waits for a maker is tried again; what nobody claimed
 * in time lapses.
 */
export const keepMoving = (deps: SealsDeps) =>
  job({
    name: 'seals.keep-moving',
    title: { 'zh-CN': '印章派单与到期处理', en: 'Route seals again and let claims lapse' },
    payload: z.object({}),
    schedule: { everySeconds: 300 },
    retry: { attempts: 5, backoffSeconds: 60 },
    key: () => 'keep-moving',
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        const doing = { deps, tx, actor };
        const { today, now } = await centreDay(deps, tx, actor.centreId);
        for (const row of await lists.lockUnanswered(tx, actor.centreId, now, BATCH)) {
          const declined = row.maker_id === null ? row.declined : [...row.declined, row.maker_id];
          const back = move(doing, row, 'unanswered', {
            changes: { maker_id: null, answer_by: null, declined },
          });
          await route(doing, back);
        }
        for (const row of await lists.lockUndispatched(tx, actor.centreId, BATCH))
          await route(doing, row);
        for (const row of await lists.lockLapsing(tx, actor.centreId, today, BATCH))
          move(doing, row, 'lapse');
      },
    },
  });
