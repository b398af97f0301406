import type { Actor } from '#kernel/access/contract-actor.ts';
import { endOfLocalDay, localMinuteOfDay } from '#kernel/clock/local-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { type Difference, events } from '../contract.ts';
import type { QueueDeps } from './deps.ts';
import { listDayEvents, listDayWindowEvents } from './repository-look.ts';
import { listDayTickets, putDayCheck, replaceDay } from './repository-measures.ts';
import { compareWithRecord } from './rules/compare.ts';
import { measureVisit, measureWindow, type VisitMeasure } from './rules/measures.ts';
import type {
  TicketEventRow,
  TicketRow,
  VisitMeasureRow,
  WindowEventRow,
  WindowMeasureRow,
} from './tables.ts';

/**
 * Makes the figures of a day anew from its events, and holds the tickets' current rows against them. A
 * difference is told with the tickets, never mended in silence: the record is right.
 */
export async function measureDay(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  of: { readonly day: string; readonly zone: string },
): Promise<{ readonly visits: number; readonly differing: readonly Difference[] }> {
  const { centreId } = actor;
  const [entries, windowEntries, tickets] = await Promise.all([
    listDayEvents(tx, centreId, { day: of.day }),
    listDayWindowEvents(tx, centreId, { day: of.day }),
    listDayTickets(tx, centreId, of.day),
  ]);
  const byTicket = Map.groupBy(entries, (entry) => entry.ticket_id);
  const rows = new Map(tickets.map((row) => [row.ticket_id, row]));
  const visits: VisitMeasureRow[] = [];
  const differing: Difference[] = [];
  const compare = (ticketId: string, own: readonly TicketEventRow[]) => {
    const row = rows.get(ticketId);
    const found = compareWithRecord(row, own);
    const number = row?.number ?? own[0]?.number ?? '';
    if (found.length > 0) differing.push({ ticketId, number, in: [...found] });
  };
  for (const [ticketId, own] of byTicket) {
    compare(ticketId, own);
    const measure = measureVisit(own.map(toEntry));
    visits.push(toVisitMeasure(own, rows.get(ticketId), measure, of.zone));
  }
  for (const ticketId of rows.keys()) if (!byTicket.has(ticketId)) compare(ticketId, []);
  const end = endOfLocalDay(of.day, of.zone);
  const now = deps.clock.now();
  const windows = measureWindows(windowEntries, end < now ? end : now);
  replaceDay(tx, centreId, of.day, visits, windows);
  putDayCheck(tx, {
    centre_id: centreId,
    day: of.day,
    checked_at: now,
    visits: visits.length,
    differing: JSON.stringify(differing),
  });
  if (differing.length > 0)
    tell(tx, deps.clock, actor, events.differenceFound, {
      subject: { kind: 'queue.day', id: of.day },
      payload: { day: of.day, tickets: differing.map(({ ticketId }) => ticketId) },
    });
  return { visits: visits.length, differing };
}

const toEntry = (row: TicketEventRow) => ({
  act: row.act,
  at: row.at,
  windowId: row.window_id,
  windowNumber: row.window_number,
  personId: row.person_id,
  personName: row.person_name,
});

function toVisitMeasure(
  entries: readonly TicketEventRow[],
  row: TicketRow | undefined,
  measure: VisitMeasure,
  zone: string,
): VisitMeasureRow {
  const [first] = entries;
  if (first === undefined) throw new Error('A group has an entry.');
  const last = entries.at(-1) ?? first;
  return {
    centre_id: first.centre_id,
    day: first.day,
    ticket_id: first.ticket_id,
    site_id: first.site_id,
    business_id: last.business_id,
    window_id: measure.windowId,
    window_number: measure.windowNumber,
    person_id: measure.personId,
    person_name: measure.personName,
    hour: Math.floor(localMinuteOfDay(first.at, zone) / 60),
    outcome: measure.outcome,
    waited_seconds: measure.waitedSeconds,
    served_seconds: measure.servedSeconds,
    forecast_minutes: row?.forecast_minutes ?? null,
  };
}

function measureWindows(entries: readonly WindowEventRow[], until: Date): WindowMeasureRow[] {
  return [...Map.groupBy(entries, (entry) => entry.window_id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const times = measureWindow(
      own.map((entry) => ({
        act: entry.act,
        at: entry.at,
        personId: entry.person_id,
        personName: entry.person_name,
      })),
      until,
    );
    return times.map((time) => ({
      centre_id: first.centre_id,
      day: first.day,
      window_id: first.window_id,
      person_key: time.personId ?? time.personName,
      site_id: first.site_id,
      window_number: first.window_number,
      person_id: time.personId,
      person_name: time.personName,
      open_seconds: time.openSeconds,
      paused_seconds: time.pausedSeconds,
    }));
  });
}
