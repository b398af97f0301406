import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { BASE, BusinessNow, Call, Ticket, Visit, WindowNow, ZoneNow } from './shapes.ts';
import {
  FinishKind,
  TicketAct,
  TicketChannel,
  TicketState,
  WindowAct,
  WindowState,
} from './states.ts';

export const TicketFilter = z.object({
  search: z.string().trim().max(100).optional(),
  day: Day.optional(),
  siteId: Id.optional(),
  businessId: Id.optional(),
  windowId: Id.optional(),
  personId: Id.optional(),
  state: TicketState.optional(),
  channel: TicketChannel.optional(),
  finishKind: FinishKind.optional(),
});
export type TicketFilter = z.infer<typeof TicketFilter>;

export const ListTicketsQuery = PageQuery.extend(TicketFilter.shape);
export type ListTicketsQuery = z.infer<typeof ListTicketsQuery>;

/** A figure of today beside the usual one for this weekday and time; null without enough days. */
export const AgainstUsual = z.object({ today: z.number(), usual: z.number().nullable() });
export type AgainstUsual = z.infer<typeof AgainstUsual>;

/** Open one more window here. */
export const Suggestion = z.object({
  businessId: Id,
  forecastMinutes: z.number(),
  targetMinutes: z.number().int(),
  waiting: z.number().int(),
  /** Windows that serve the business and are not open, or help elsewhere. */
  windowIds: z.array(Id),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** A window in the cockpit: with who stands at it, for those who run the hall. */
export const HallWindow = WindowNow.extend({
  personName: z.string(),
  isCover: z.boolean(),
  servedToday: z.number().int(),
});
export type HallWindow = z.infer<typeof HallWindow>;

export const Hall = z.object({
  at: Instant,
  siteId: Id,
  zones: z.array(ZoneNow),
  windows: z.array(HallWindow),
  businesses: z.array(BusinessNow),
  calls: z.array(Call),
  suggestions: z.array(Suggestion),
  issued: AgainstUsual,
  served: AgainstUsual,
  abandoned: AgainstUsual,
  waitMinutes: AgainstUsual,
  serveMinutes: AgainstUsual,
  waiting: z.number().int(),
  longestWaitMinutes: z.number(),
});
export type Hall = z.infer<typeof Hall>;

/** One step of a day for the replay. */
export const ReplayStep = z.object({
  at: Instant,
  act: z.union([TicketAct, WindowAct]),
  number: z.string(),
  businessId: Id.nullable(),
  windowId: Id.nullable(),
  windowState: WindowState.nullable(),
  state: TicketState.nullable(),
});
export type ReplayStep = z.infer<typeof ReplayStep>;

export const ReportBy = z.enum(['day', 'window', 'clerk', 'business', 'matter', 'hour']);
export type ReportBy = z.infer<typeof ReportBy>;

export const ReportQuery = z.object({
  siteId: Id.optional(),
  from: Day,
  to: Day,
  by: ReportBy.default('day'),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

/** One line of a report; null where there is nothing to measure. */
export const ReportLine = z.object({
  key: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  issued: z.number().int(),
  served: z.number().int(),
  abandoned: z.number().int(),
  /** (missed and never served + given up + expired) / issued. */
  abandonRate: z.number().nullable(),
  /** First call − issue; seconds. */
  meanWaitSeconds: z.number().nullable(),
  p50WaitSeconds: z.number().nullable(),
  p90WaitSeconds: z.number().nullable(),
  /** End − start of service; seconds. */
  meanServeSeconds: z.number().nullable(),
  p90ServeSeconds: z.number().nullable(),
  /** Time serving / time signed in and not paused; only by window and clerk. */
  utilisation: z.number().nullable(),
  withinTarget: z.number().nullable(),
  /** 收件, 受理 and 作出决定 on these days; null where cases are not counted by this. */
  casesReceived: z.number().int().nullable(),
  casesAccepted: z.number().int().nullable(),
  casesDecided: z.number().int().nullable(),
  /** Of the decisions: not later than the promised day. */
  casesInTime: z.number().nullable(),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** In what a ticket and its record differ. */
export const DifferenceIn = z.enum([
  'record',
  'state',
  'line',
  'issued',
  'called',
  'started',
  'ended',
  'served',
]);
export type DifferenceIn = z.infer<typeof DifferenceIn>;

/** A ticket that says something else than its record: one of the two was changed outside the software. */
export const Difference = z.object({
  ticketId: Id,
  number: z.string(),
  in: z.array(DifferenceIn),
});
export type Difference = z.infer<typeof Difference>;

/** The recount of a day that found differences. */
export const DayCheck = z.object({
  day: Day,
  checkedAt: Instant,
  visits: z.number().int(),
  differing: z.array(Difference),
});
export type DayCheck = z.infer<typeof DayCheck>;

export const lookRoutes = {
  showHall: route({
    name: 'queue.showHall',
    method: 'GET',
    path: `${BASE}/hall`,
    summary: 'The hall of a site at this moment: windows, lines, forecasts, today against usual',
    admission: permissions.watch,
    query: z.object({ siteId: Id }),
    response: Hall,
  }),
  replayDay: route({
    name: 'queue.replayDay',
    method: 'GET',
    path: `${BASE}/hall/replay`,
    summary: 'Every step of a past day in the order in which it happened',
    admission: permissions.watch,
    query: z.object({ siteId: Id, day: Day }),
    response: z.object({ day: Day, steps: z.array(ReplayStep) }),
  }),
  listTickets: route({
    name: 'queue.listTickets',
    method: 'GET',
    path: `${BASE}/tickets`,
    summary: 'Tickets, newest first',
    admission: permissions.view,
    query: ListTicketsQuery,
    response: pageOf(Ticket),
  }),
  exportTickets: route({
    name: 'queue.exportTickets',
    method: 'GET',
    path: `${BASE}/tickets/export`,
    summary: 'The list of tickets as a sheet; nobody’s name is in it',
    admission: permissions.report,
    query: TicketFilter,
    answers: 'bytes',
  }),
  getVisit: route({
    name: 'queue.getVisit',
    method: 'GET',
    path: `${BASE}/tickets/:id`,
    summary: 'One visit: ticket, window, clerk, cases and rating in one line of time',
    admission: permissions.view,
    params: IdParams,
    response: Visit,
  }),
  showReport: route({
    name: 'queue.showReport',
    method: 'GET',
    path: `${BASE}/reports`,
    summary:
      'Visits (volume, waiting, service, abandonment, utilisation) and cases (received, accepted, decided, in time) by day, hour, window, clerk, line or matter',
    admission: permissions.report,
    query: ReportQuery,
    response: z.object({
      items: z.array(ReportLine),
      total: ReportLine,
      targetMinutes: z.number().int(),
      /** Days of the report whose recount found tickets that differ from their record. */
      differences: z.array(DayCheck),
    }),
  }),
  exportReport: route({
    name: 'queue.exportReport',
    method: 'GET',
    path: `${BASE}/reports/export`,
    summary: 'The same as a spreadsheet',
    admission: permissions.report,
    query: ReportQuery,
    answers: 'bytes',
  }),
} as const;
