import { z } from 'zod';

import { job } from '#kernel/jobs/contract.ts';

import type { AppointmentsDeps } from '../deps.ts';
import { tellHolder } from '../messages.ts';
import { insertReminder, lockToRemind } from '../repository-list.ts';
import { readSettings } from '../settings.ts';

const BATCH = 300;
const HOUR_MS = 3_600_000;

/**
 * Every ten minutes: reminds who is expected within the hours of the settings, once for each step and time. The step
 * nearest to the appointment goes first, and the earlier ones are then past.
 */
export const remindHolders = (deps: AppointmentsDeps) =>
  job({
    name: 'appointments.remind-holders',
    title: { 'zh-CN': '预约提醒', en: 'Remind people of appointments' },
    payload: z.object({}),
    schedule: { everySeconds: 600 },
    retry: { attempts: 5, backoffSeconds: 120 },
    key: () => 'remind-holders',
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        const now = deps.clock.now();
        const { remindHoursBefore } = await readSettings(tx, actor.centreId);
        for (const hours of remindHoursBefore.toSorted((one, other) => one - other)) {
          const to = new Date(now.getTime() + hours * HOUR_MS);
          const span = { from: now, to, hours, limit: BATCH };
          const rows = await lockToRemind(tx, actor.centreId, span);
          for (const row of rows) {
            const { centre_id, booking_id, starts_at } = row;
            insertReminder(tx, { centre_id, booking_id, starts_at, hours, at: now });
            // Who booked within these hours has just been told.
            if (row.booked_at.getTime() > starts_at.getTime() - hours * HOUR_MS) continue;
            await tellHolder({ deps, tx, actor }, 'reminder', row, hours);
          }
        }
      },
    },
  });
