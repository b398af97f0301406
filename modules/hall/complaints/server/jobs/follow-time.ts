import { z } from 'zod';

import { todayOf } from '#kernel/centre/centre-day.ts';
import { job } from '#kernel/jobs/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { limitOf } from '../complaints/limits.ts';
import type { ComplaintsDeps } from '../deps.ts';
import { complaintOverdue } from '../events.ts';
import * as repository from '../repository.ts';

const BATCH = 500;

/** A limit that has passed is told once; the assessment hears it. */
export const followTime = (deps: ComplaintsDeps) =>
  job({
    name: 'complaints.follow-time',
    title: { 'zh-CN': '诉求时限处理', en: 'What the time does to complaints' },
    payload: z.object({}),
    schedule: { cron: '7 0,8 * * *' },
    retry: { attempts: 5, backoffSeconds: 60 },
    key: () => 'follow-time',
    run: {
      mode: 'outside',
      handle: async (_payload, { actor }) => {
        const { db } = deps.database;
        const today = await todayOf(deps, db, actor.centreId);
        const rows = await repository.listOverdue(db, actor.centreId, today, BATCH);
        for (const { complaint_id: id } of rows) {
          await deps.database.transaction(async (tx) => {
            const row = orNotFound(await repository.lockComplaint(tx, actor.centreId, id));
            const { what, dueOn } = limitOf(row.state, row);
            const told = row.overdue_told as string[];
            if (what === null || dueOn >= today || told.includes(what)) return;
            const after = { ...row, overdue_told: [...told, what], version: row.version + 1 };
            repository.updateComplaint(tx, after);
            complaintOverdue({ tx, clock: deps.clock, actor }, after, what);
          });
        }
      },
    },
  });
