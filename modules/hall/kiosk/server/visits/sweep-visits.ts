import { z } from 'zod';

import { job } from '#kernel/jobs/contract.ts';

import type { KioskDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { wipeVisits } from './end-visit.ts';

/** A kiosk that lost its power or its network ends nothing itself: what it left is wiped here. */
export const sweepVisits = (deps: KioskDeps) =>
  job({
    name: 'kiosk.sweep-visits',
    title: { 'zh-CN': '清除自助终端遗留接待', en: 'Wipe visits that a kiosk left open' },
    payload: z.object({}),
    schedule: { everySeconds: 60 },
    retry: { attempts: 1, backoffSeconds: 60 },
    key: () => 'sweep-visits',
    run: {
      mode: 'outside',
      handle: async (_payload, { actor }) => {
        const now = deps.clock.now();
        const left = await repository.listOverdue(deps.database.db, actor.centreId, now);
        for (const deviceAccountId of new Set(left.map((visit) => visit.device_account_id)))
          await deps.database.transaction((tx) =>
            wipeVisits(deps, tx, actor, deviceAccountId, 'lost'),
          );
      },
    },
  });
