import { events as calendarEvents } from '#kernel/calendar/contract.ts';
import type { Tx } from '#kernel/db/types.ts';
import { listenToAll, on } from '#kernel/events/listener.ts';
import type { Job } from '#kernel/jobs/contract.ts';
import { enqueue } from '#kernel/jobs/enqueue.ts';

import type { CasesDeps } from './deps.ts';

/**
 * The notice of a year came, was corrected or was taken back: every limit is counted again at once, above all those
 * that were provisional without it. The nightly work does the same; two that wait are one.
 */
export function recountOnCalendar({ clock }: CasesDeps, recount: Job) {
  const ask = async (tx: Tx, { centreId }: { readonly centreId: number }) =>
    enqueue(tx, clock, centreId, recount, { payload: {} });
  return listenToAll(
    'cases.recount-on-calendar',
    [on(calendarEvents.yearSaved, ask), on(calendarEvents.yearWithdrawn, ask)],
    { start: 'now' },
  );
}
