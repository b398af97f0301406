import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { addDays } from '#kernel/clock/day.ts';
import { job } from '#kernel/jobs/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { limitOf } from '../bad/limits.ts';
import type { EvaluationDeps } from '../deps.ts';
import { badOverdue } from '../events.ts';
import { keepRating } from '../rating/keep-rating.ts';
import * as records from '../repository-bad.ts';
import * as repository from '../repository.ts';
import { findSetOn, readSettings } from '../settings.ts';

const BATCH = 500;

/**
 * What time alone does: a limit of the bad-rating loop that has passed is told once, and where the centre wants it an
 * invitation that nobody answered is marked as a default, which counts nowhere as a rating.
 */
export const followTime = (deps: EvaluationDeps) =>
  job({
    name: 'evaluation.follow-time',
    title: { 'zh-CN': '好差评时限处理', en: 'What the time does to ratings' },
    payload: z.object({}),
    schedule: { cron: '5 0,8 * * *' },
    retry: { attempts: 5, backoffSeconds: 60 },
    key: () => 'follow-time',
    run: {
      mode: 'outside',
      handle: async (_payload, { actor }) => {
        await tellOverdue(deps, actor);
        await markDefaults(deps, actor);
      },
    },
  });

async function tellOverdue(deps: EvaluationDeps, actor: Actor): Promise<void> {
  const { db } = deps.database;
  const today = await todayOf(deps, db, actor.centreId);
  const overdue = await records.listOverdue(db, actor.centreId, today, BATCH);
  for (const { evaluation_id: id } of overdue) {
    await deps.database.transaction(async (tx) => {
      const row = orNotFound(await records.lockBadCase(tx, actor.centreId, id));
      const { what, dueOn } = limitOf(row.state, row);
      const told = row.overdue_told as string[];
      if (what === null || dueOn >= today || told.includes(what)) return;
      const service = orNotFound(await repository.findService(tx, row.centre_id, row.service_id));
      const after = { ...row, overdue_told: [...told, what], version: row.version + 1 };
      records.updateBadCase(tx, after);
      badOverdue({ tx, clock: deps.clock, actor }, service, after, what);
    });
  }
}

async function markDefaults(deps: EvaluationDeps, actor: Actor): Promise<void> {
  const { db } = deps.database;
  const { centreId } = actor;
  const settings = await readSettings(db, centreId);
  const { defaultAfterDays } = settings;
  if (defaultAfterDays === null) return;
  const today = await todayOf(deps, db, centreId);
  const set = await findSetOn(db, centreId, today);
  const before = addDays(today, -defaultAfterDays);
  const rows = await repository.listUnanswered(db, centreId, before, BATCH);
  for (const { service_id: id } of rows) {
    await deps.database.transaction(async (tx) => {
      const service = await repository.lockService(tx, centreId, id);
      if (service === undefined || service.times_rated > 0) return;
      await keepRating({ deps, tx, actor, settings }, service, {
        grade: settings.defaultGrade,
        options: [],
        comment: '',
        channel: 'default',
        optionSetVersion: set.version,
        ratedAt: deps.clock.now(),
        isAnonymous: true,
        name: '',
        mobile: '',
        dimensions: {},
        wasPressed: false,
        wasKept: false,
        shownForSeconds: null,
        deviceId: null,
        address: null,
      });
    });
  }
}
