import type { QueueDeps } from './deps.ts';
import { changeTicket, type Writing } from './events.ts';
import { measureDay } from './measure-day.ts';
import * as repository from './repository.ts';

const BATCH = 500;

/**
 * Tickets of earlier days that nobody ended are void, and the figures of their days are made anew: an expired
 * ticket is an abandoned visit, whenever it was found. Gives the days that were measured. Whoever ends the same
 * days at the same time waits, so that figures are never made from half of a day's ends.
 */
export async function endDays(
  deps: QueueDeps,
  writing: Writing,
  { today, zone }: { readonly today: string; readonly zone: string },
): Promise<ReadonlySet<string>> {
  const { tx, clock, actor } = writing;
  const days = new Set<string>();
  for (;;) {
    const rows = await repository.lockLeftOver(tx, actor.centreId, today, BATCH);
    for (const row of rows) {
      changeTicket(writing, row, 'expired', { state: 'expired', ended_at: clock.now() });
      days.add(row.day);
    }
    if (rows.length < BATCH) break;
  }
  for (const day of days) await measureDay(deps, tx, actor, { day, zone, anew: true });
  return days;
}
