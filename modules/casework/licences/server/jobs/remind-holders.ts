import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { addDays, type Day, daysBetween } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { job } from '#kernel/jobs/contract.ts';
import { messageTemplate } from '#kernel/notify/template.ts';

import type { LicencesDeps } from '../deps.ts';
import { holderReminded } from '../events.ts';
import { type Ending, insertReminder, listEnding } from '../repository-jobs.ts';
import { findKind } from '../repository-kinds.ts';
import { dueReminder, REMINDER_DAYS } from '../rules.ts';

const BATCH = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** No name and no whole number: a text message may be read by others. */
export const endsSoon = messageTemplate({
  name: 'licences.ends-soon',
  values: z.object({ kind: z.string(), day: z.string(), days: z.number() }),
  subject: { 'zh-CN': '证照即将到期', en: 'A licence ends soon' },
  body: {
    'zh-CN':
      '您（贵单位）的《{kind}》将于{day}到期，还有{days}天。需要继续从事许可事项的，请及时申请延续。',
    en: 'Your {kind} ends on {day}, in {days} days. To go on with what it permits, apply for its renewal in time.',
  },
  link: () => '/me/licences',
});

/** Every morning: reminds holders 90, 60, 30 and 7 days before the end, once for each licence and step. */
export const remindHolders = (deps: LicencesDeps) =>
  job({
    name: 'licences.remind-holders',
    title: { 'zh-CN': '证照到期提醒', en: 'Remind holders of the end of licences' },
    payload: z.object({}),
    schedule: { cron: '30 9 * * *' },
    retry: { attempts: 5, backoffSeconds: 600 },
    key: () => 'remind-holders',
    timeoutSeconds: 1800,
    run: {
      mode: 'outside',
      handle: async (_payload, { actor, dueAt, signal }) => {
        const { db } = deps.database;
        const { centre } = await centreDay(deps, db, actor.centreId);
        const from = localDay(dueAt, centre?.zone);
        const to = addDays(from, Math.max(...REMINDER_DAYS));
        let afterId = FIRST_ID;
        for (;;) {
          const span = { from, to, afterId, limit: BATCH };
          const ending = await listEnding(db, actor.centreId, span);
          for (const one of ending) {
            if (signal.aborted) return;
            await remind(deps, actor, one, from);
          }
          const last = ending.at(-1);
          if (last === undefined || ending.length < BATCH) return;
          afterId = last.row.licence_id;
        }
      },
    },
  });

/** One licence in a transaction of its own: the note that it was reminded and the message, or neither. */
async function remind(
  deps: LicencesDeps,
  actor: Actor,
  { row, reminded }: Ending,
  day: Day,
): Promise<void> {
  const { database, clock, parties, notify } = deps;
  const step = dueReminder(row.valid_until, day);
  if (step === undefined || row.valid_until === null || reminded.includes(step)) return;
  const until = row.valid_until;
  await database.transaction(async (tx) => {
    const key = { centre_id: row.centre_id, licence_id: row.licence_id, days: step };
    if (!(await insertReminder(tx, { ...key, at: clock.now() }))) return;
    const [holder, kind] = await Promise.all([
      parties.findPartyInFull(tx, row.centre_id, row.holder_id),
      findKind(tx, row.centre_id, row.kind_code),
    ]);
    const mobile = holder?.mobile;
    if (mobile !== undefined)
      await notify.notify(tx, actor, {
        template: endsSoon,
        values: {
          kind: kind?.name_zh ?? row.kind_code,
          day: until,
          days: daysBetween(day, until),
        },
        to: { mobile, locale: 'zh-CN' },
        key: `${row.licence_id}/${step}`,
      });
    holderReminded(tx, clock, actor, row, { days: step, reached: mobile !== undefined });
  });
}
