import { centreDay } from '#kernel/centre/centre-day.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Claim, problems } from '../contract.ts';
import { move, requireLawful } from './act.ts';
import { route } from './dispatch.ts';
import type { Doing } from './doing.ts';
import { tellFirm } from './messages.ts';
import { type Firm, openSet } from './open-set.ts';
import { readSettings } from './settings.ts';
import type { SetRow } from './tables.ts';
import { sealDelivery } from './vault.ts';

/**
 * The claim of a firm: its set is opened when the licence event has not done it yet, claimed, and given to a maker at once.
 * Without a maker it waits; the next round of routing takes it. Refuses a second set with the date of the first.
 */
export async function claimSet(doing: Doing, firm: Firm, claim: Claim): Promise<SetRow> {
  const { deps, tx, actor } = doing;
  const row = await openSet(doing, firm, '');
  await requireLawful(doing, row, 'claim');
  if (firm.licence === undefined) throw new ProblemError(problems.noLicence);
  const [settings, calendar, { today }] = await Promise.all([
    readSettings(tx, actor.centreId),
    deps.calendar.getCalendar(tx, actor.centreId),
    centreDay(deps, tx, actor.centreId),
  ]);
  const delivery = claim.way === 'courier' ? claim.delivery : null;
  const claimed = move(doing, row, 'claim', {
    changes: {
      way: claim.way,
      delivery_sealed: sealDelivery(deps.cipher, row, delivery),
      applied_at: deps.clock.now(),
      due_on: calendar.addWorkingDays(today, settings.promiseDays).dueOn,
      declined: [],
    },
  });
  const routed = await route(doing, claimed);
  const after = typeof routed === 'string' ? claimed : routed;
  await tellFirm(doing, 'claimed', after);
  return after;
}
