import { z } from 'zod';

import { localDay } from '#kernel/clock/local-day.ts';
import { job } from '#kernel/jobs/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { moveFiling } from '../filings/act-on-filing.ts';
import { tellOperator } from '../messages.ts';
import { insertReminder, lockOver, lockToRemind } from '../repository-list.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';

const BATCH = 200;

/** Every night: writes down what ended, and tells the operators. What is shown and what may be used never waits for it. */
export const expireFilings = (deps: PremisesDeps) =>
  job({
    name: 'premises.expire-filings',
    title: { 'zh-CN': '住所备案到期处理', en: 'Record filings that ended' },
    payload: z.object({}),
    schedule: { cron: '10 0 * * *' },
    retry: { attempts: 5, backoffSeconds: 300 },
    key: () => 'expire-filings',
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor, dueAt }) => {
        const { zone } = await centreDay(deps, tx, actor.centreId);
        const rows = await lockOver(tx, actor.centreId, localDay(dueAt, zone), BATCH);
        for (const row of rows) {
          const found = await repository.findCarrier(tx, actor.centreId, row.carrier_id);
          await moveFiling({ deps, tx, actor }, row, orNotFound(found), { act: 'expire' });
        }
      },
    },
  });

/** Every morning: operators are told of ends that come near, once for each number of days. */
export const remindOperators = (deps: PremisesDeps) =>
  job({
    name: 'premises.remind-operators',
    title: { 'zh-CN': '住所备案到期提醒', en: 'Remind operators of ends' },
    payload: z.object({}),
    schedule: { cron: '30 8 * * *' },
    retry: { attempts: 5, backoffSeconds: 300 },
    key: () => 'remind-operators',
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        const { remindDays } = await readSettings(tx, actor.centreId);
        const { today } = await centreDay(deps, tx, actor.centreId);
        // The nearest first: who was told of seven days needs no word of sixty.
        for (const days of remindDays.toSorted((a, b) => a - b)) {
          const rows = await lockToRemind(tx, actor.centreId, { today, days, limit: BATCH });
          for (const row of rows) {
            if (row.valid_until === null) continue;
            insertReminder(tx, {
              centre_id: row.centre_id,
              filing_id: row.filing_id,
              valid_until: row.valid_until,
              days,
              at: deps.clock.now(),
            });
            await tellOperator({ deps, tx, actor }, row, 'remind', `${days}`);
          }
        }
      },
    },
  });
