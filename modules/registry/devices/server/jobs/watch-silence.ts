import { z } from 'zod';

import { job } from '#kernel/jobs/contract.ts';

import { events } from '../../contract.ts';
import type { DeviceDeps } from '../deps.ts';
import { tellOfDevice } from '../events.ts';
import * as states from '../repository-state.ts';
import { SILENT_AFTER_MS } from '../rules.ts';

/** Tells, once for each silence, of devices in service that have not been heard for too long. */
export const watchSilence = (deps: DeviceDeps) =>
  job({
    name: 'devices.watch-silence',
    title: { 'zh-CN': '设备失联监测', en: 'Watch for silent devices' },
    payload: z.object({}),
    schedule: { everySeconds: 60 },
    retry: { attempts: 3, backoffSeconds: 10 },
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        const now = deps.clock.now();
        const silent = await states.listNewlySilent(
          tx,
          actor.centreId,
          new Date(now.getTime() - SILENT_AFTER_MS),
        );
        if (silent.length === 0) return;
        const ids = silent.map((device) => device.device_id);
        states.markSilentTold(tx, actor.centreId, ids, now);
        for (const device of silent) {
          tellOfDevice({ tx, clock: deps.clock, actor }, events.silent, device, {
            lastSeenAt: device.last_seen_at.toISOString(),
          });
        }
      },
    },
  });
