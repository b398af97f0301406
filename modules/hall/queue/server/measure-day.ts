import type { Actor } from '#kernel/access/contract-actor.ts';
import { endOfLocalDay, localMinuteOfDay } from '#kernel/clock/local-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { type Difference, events } from '../contract.ts';
import type { QueueDeps } from './deps.ts';
import { listDayEvents, listDayWindowEvents } from './repository-look.ts';
import {
  findDayCheck,
  listDayTickets,
  putDayCheck,
  replaceVisits,
  replaceWindows,
} from './repository-measures.ts';
import { compareWithRecord } from './rules/compare.ts';
import { measureVisit, measureWindow, type VisitMeasure } from './rules/measures.ts';
import type {
  DayCheckRow,
  TicketEventRow,
  TicketRow,
  VisitMeasureRow,
  WindowEventRow,
  WindowMeasureRow,
} from './tables.ts';

/** So long may an event be on its way into the database after the moment it tells. */
const LATE_MS = 120_000;

/** Which day is measured: anew from its first event on, or only the visits of which something was heard since last time. */
export interface MeasuredDay {
  readonly day: string;
  readonly zone: string;
  readonly anew: boolean;
}

/**
 * Makes the figures of a day from its events, and holds the tickets' current rows against them. A difference is told
 * with the tickets, never mended in silence: the record is right.
 */
export async function measureDay(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  of: MeasuredDay,
): Promise<{ readonly visits: number; readonly differing: readonly Difference[] }> {
  const { centreId } = actor;
  const { day, zone } = of;
  const now = deps.clock.now();
  const last = of.anew ? undefined : await findDayCheck(tx, centreId, day);
  const [windowEntries, heard] = await Promise.all([
    listDayWindowEvents(tx, centreId, { day }),
    listHeard(tx, centreId, day, last?.checked_at),
  ]);
  const { visits, differing } = measureHeard(heard, zone);
  const end = endOfLocalDay(day, zone);
  replaceWindows(tx, centreId, day, measureWindows(windowEntries, end < now ? end : now));
  const measured = last === undefined ? undefined : visits.map((visit) => visit.ticket_id);
  const replaced = await replaceVisits(tx, centreId, { day, measured }, visits);
  const count = visits.length + (last === undefined ? 0 : last.visits - replaced);
  const left = readDiffering(last).filter(({ ticketId }) => !heard.byTicket.has(ticketId));
  const all = [...left, ...differing];
  putDayCheck(tx, {
    centre_id: centreId,
    day,
    checked_at: now,
    visits: count,
    differing: JSON.stringify(all),
  });
  if (differing.length > 0)
    tell(tx, deps.clock, actor, events.differenceFound, {
      subject: { kind: 'queue.day', id: day },
      payload: { day, tickets: differing.map(({ ticketId }) => ticketId) },
    });
  return { visits: count, differing: all };
}

interface Heard {
  readonly byTicket: ReadonlyMap<string, readonly TicketEventRow[]>;
  readonly rows: ReadonlyMap<string, TicketRow>;
}

/** The visits of a day with all of their events; since a moment, those of which anything was heard after it. */
async function listHeard(tx: Tx, centreId: number, day: string, since?: Date): Promise<Heard> {
  const from = since === undefined ? undefined : new Date(since.getTime() - LATE_MS);
  const [entries, tickets] = await Promise.all([
    listDayEvents(tx, centreId, { day, heardSince: from }),
    listDayTickets(tx, centreId, { day, heardSince: from }),
  ]);
  return {
    byTicket: Map.groupBy(entries, (entry) => entry.ticket_id),
    rows: new Map(tickets.map((row) => [row.ticket_id, row])),
  };
}

function measureHeard({ byTicket, rows }: Heard, zone: string) {
  const visits: VisitMeasureRow[] = [];
  const differing: Difference[] = [];
  for (const ticketId of new Set([...byTicket.keys(), ...rows.keys()])) {
    const [row, own] = [rows.get(ticketId), byTicket.get(ticketId) ?? []];
    const found = compareWithRecord(row, own);
    const number = row?.number ?? own[0]?.number ?? '';
    if (found.length > 0) differing.push({ ticketId, number, in: [...found] });
    if (own.length > 0) visits.push(toVisitMeasure(own, row, measureVisit(own.map(toEntry)), zone));
  }
  return { visits, differing };
}

/** What an earlier look found: the driver gives JSON back parsed. */
const readDiffering = (check: DayCheckRow | undefined): readonly Difference[] =>
  typeof check?.differing === 'object' ? check.differing : [];

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
