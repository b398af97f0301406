import { z } from 'zod';

import { job } from '#kernel/jobs/contract.ts';

import type { PartiesDeps } from '../deps.ts';
import { keysRotated } from '../events.ts';
import { rotateBatch } from '../rotate-batch.ts';
import { createVault } from '../vault.ts';

const BATCH = 200;

/**
 * Every night: seals under the current key whatever was sealed under an older one, batch by batch, each in
 * a transaction of its own. Stopped in the middle it goes on with the next run.
 */
export const rotateKeys = ({ database, cipher, clock }: PartiesDeps) =>
  job({
    name: 'parties.rotate-keys',
    title: { 'zh-CN': '个人信息换钥加密', en: 'Seal personal data with the current key' },
    payload: z.object({}),
    schedule: { cron: '40 2 * * *' },
    retry: { attempts: 3, backoffSeconds: 300 },
    key: () => 'rotate-keys',
    timeoutSeconds: 3600,
    run: {
      mode: 'outside',
      handle: async (_payload, { actor, signal }) => {
        const vault = createVault(cipher, actor.centreId);
        let last = BATCH;
        while (last > 0 && !signal.aborted) {
          last = await database.transaction(async (tx) => {
            const rows = await rotateBatch(tx, vault, actor.centreId, BATCH);
            if (rows > 0) keysRotated(tx, clock, actor, rows);
            return rows;
          });
        }
      },
    },
  });
