import { z } from 'zod';

import { job } from '#kernel/jobs/contract.ts';

import type { AppointmentsDeps } from '../deps.ts';
import { tellOf } from '../events.ts';
import { tellHolder } from '../messages.ts';
import { lockNotCome } from '../repository-list.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { BookingRow } from '../tables.ts';

const BATCH = 200;
const MINUTE_MS = 60_000;

/** Every five minutes: who has not come by the end of check-in has missed the appointment, and is told. */
export const markMissed = (deps: AppointmentsDeps) =>
  job({
    name: 'appointments.mark-missed',
    title: { 'zh-CN': '登记爽约', en: 'Record missed appointments' },
    payload: z.object({}),
    schedule: { everySeconds: 300 },
    retry: { attempts: 5, backoffSeconds: 60 },
    key: () => 'mark-missed',
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        const { clock } = deps;
        const { lateMinutes } = await readSettings(tx, actor.centreId);
        const before = new Date(clock.now().getTime() - lateMinutes * MINUTE_MS);
        const rows = await lockNotCome(tx, actor.centreId, before, BATCH);
        for (const row of rows) {
          const after: BookingRow = {
            ...row,
            state: 'missed',
            version: row.version + 1,
            updated_at: clock.now(),
          };
          repository.updateBooking(tx, after);
          tellOf({ deps, tx, actor }, 'missed', after);
          await tellHolder({ deps, tx, actor }, 'missed', after);
        }
      },
    },
  });
