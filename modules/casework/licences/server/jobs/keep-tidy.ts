import { z } from 'zod';

import { job } from '#kernel/jobs/contract.ts';

import type { LicencesDeps } from '../deps.ts';
import { keysRotated } from '../events.ts';
import { lockSealedOtherwise, setSealed } from '../repository-jobs.ts';
import { deleteShowings } from '../repository-showings.ts';
import { resealDisclosure } from '../vault.ts';

const BATCH = 200;
const DAY_MS = 86_400_000;

/** Every night: removes one-time codes that are over for a day. */
export const purgeShowings = ({ clock }: LicencesDeps) =>
  job({
    name: 'licences.purge-showings',
    title: { 'zh-CN': '清理过期亮证码', en: 'Remove one-time codes that are over' },
    payload: z.object({}),
    schedule: { cron: '50 2 * * *' },
    retry: { attempts: 3, backoffSeconds: 300 },
    key: () => 'purge-showings',
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        deleteShowings(tx, actor.centreId, new Date(clock.now().getTime() - DAY_MS));
      },
    },
  });

/** Every night: seals under the current key whatever was sealed under an older one, batch by batch. */
export const rotateKeys = ({ database, cipher, clock }: LicencesDeps) =>
  job({
    name: 'licences.rotate-keys',
    title: { 'zh-CN': '证照内容换钥加密', en: 'Seal licences with the current key' },
    payload: z.object({}),
    schedule: { cron: '45 2 * * *' },
    retry: { attempts: 3, backoffSeconds: 300 },
    key: () => 'rotate-keys',
    timeoutSeconds: 3600,
    run: {
      mode: 'outside',
      handle: async (_payload, { actor, signal }) => {
        const version = cipher.blindIndex('licences.prefix', '').split('.')[0] ?? '';
        let last = BATCH;
        while (last === BATCH && !signal.aborted) {
          last = await database.transaction(async (tx) => {
            const rows = await lockSealedOtherwise(tx, actor.centreId, `${version}.`, BATCH);
            for (const row of rows) setSealed(tx, row, resealDisclosure(cipher, row));
            if (rows.length > 0) keysRotated(tx, clock, actor, rows.length);
            return rows.length;
          });
        }
      },
    },
  });
