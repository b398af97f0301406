import { z } from 'zod';

import { centreDay } from '#kernel/centre/centre-day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { job } from '#kernel/jobs/contract.ts';

import type { LicencesDeps } from '../deps.ts';
import { stateChanged } from '../events.ts';
import { lockOver } from '../repository-jobs.ts';
import * as repository from '../repository.ts';

const BATCH = 200;

/**
 * Every night: writes down what expired, batch by batch. What is shown never waits for it. Counts the day on which the run
 * was due, so that a late one does not expire a licence early.
 */
export const expireLicences = (deps: LicencesDeps) =>
  job({
    name: 'licences.expire-licences',
    title: { 'zh-CN': '证照到期处理', en: 'Record licences that expired' },
    payload: z.object({}),
    schedule: { cron: '5 0 * * *' },
    retry: { attempts: 5, backoffSeconds: 300 },
    key: () => 'expire-licences',
    timeoutSeconds: 1800,
    run: {
      mode: 'outside',
      handle: async (_payload, { actor, dueAt, signal }) => {
        const { database, clock } = deps;
        const { centre } = await centreDay(deps, database.db, actor.centreId);
        const day = localDay(dueAt, centre?.zone);
        let last = BATCH;
        while (last === BATCH && !signal.aborted) {
          last = await database.transaction(async (tx) => {
            const rows = await lockOver(tx, actor.centreId, day, BATCH);
            for (const row of rows) {
              const after = {
                ...row,
                state: 'expired' as const,
                version: row.version + 1,
                updated_at: clock.now(),
              };
              repository.updateLicence(tx, after);
              stateChanged(tx, clock, actor, after, {
                act: 'expire',
                from: row.state,
                toState: 'expired',
              });
            }
            return rows.length;
          });
        }
      },
    },
  });
