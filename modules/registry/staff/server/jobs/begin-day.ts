import { z } from 'zod';

import { todayOf } from '#kernel/centre/centre-day.ts';
import { addDays } from '#kernel/clock/day.ts';
import { job } from '#kernel/jobs/contract.ts';

import type { StaffDeps } from '../deps.ts';
import { followStationing, WINDOW_ROLE } from '../follow-stationing.ts';
import { closeAccount } from '../record-departure.ts';
import { allRows } from '../repository-rows.ts';
import { listStationingBetween } from '../repository-time.ts';

/** Days back that are looked at, for a centre whose server stood still. */
const LOOK_BACK = 31;

/** Every night: accounts of people whose last day is over are disabled, and window roles follow today's stationing. */
export const beginDay = (deps: StaffDeps) =>
  job({
    name: 'staff.begin-day',
    title: { 'zh-CN': '人员日初处理', en: 'Begin the day of the staff' },
    payload: z.object({}),
    schedule: { cron: '5 0 * * *' },
    retry: { attempts: 5, backoffSeconds: 60 },
    run: {
      mode: 'in-transaction',
      handle: async (tx, _payload, { actor }) => {
        const today = await todayOf(deps, tx, actor.centreId);
        const [people, held, stationing] = await Promise.all([
          allRows(tx, 'staff.person', actor.centreId, ['employee_no']),
          allRows(tx, 'staff.person_role', actor.centreId, ['person_id']),
          listStationingBetween(tx, actor.centreId, today, today),
        ]);
        for (const person of people)
          if (
            person.left_on !== null &&
            person.left_on < today &&
            person.left_on >= addDays(today, -LOOK_BACK)
          )
            await closeAccount(deps, tx, actor, person);
        const ids = [
          ...held.filter((row) => row.role === WINDOW_ROLE).map((row) => row.person_id),
          ...stationing.flatMap((row) => [row.person_a_id, row.person_b_id ?? row.person_a_id]),
        ];
        await followStationing(deps, tx, actor, [...new Set(ids)]);
      },
    },
  });
