import { z } from 'zod';

import { Day, Id, Instant, TimeOfDay } from '#kernel/http/shapes.ts';

import {
  FinishKind,
  Lane,
  PriorityGroup,
  ServiceRole,
  TicketAct,
  TicketChannel,
  TicketState,
  WindowState,
} from './states.ts';

export const BASE = '/api/v1/queue';

export const Version = z.object({ version: z.number().int().min(1) });

const Named = z.object({ nameZh: z.string(), nameEn: z.string() });

/** What a ticket is drawn for: a group of matters, with its letter, zone and rules. */
export const BusinessInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{1,39}$/),
  siteId: Id,
  zoneId: Id,
  nameZh: z.string().trim().min(1).max(40),
  nameEn: z.string().trim().min(1).max(80),
  /** What belongs to it, for search and for the screen of the ticket machine. */
  hintZh: z.string().trim().max(200),
  hintEn: z.string().trim().max(300),
  letter: z.string().regex(/^[A-Z]$/),
  /** Codes of the matters or of their departments that it stands for. */
  departmentCodes: z.array(z.string().max(64)).max(60),
  isRealName: z.boolean(),
  isOpen: z.boolean(),
  /** 0 for no limit. */
  dailyLimit: z.number().int().min(0).max(9999),
  warnPeople: z.number().int().min(1).max(999),
  warnMinutes: z.number().int().min(1).max(600),
  /** What one service takes before the day has shown it. */
  usualMinutes: z.number().min(1).max(240),
  order: z.number().int().min(0).max(9999),
});
export type BusinessInput = z.infer<typeof BusinessInput>;

export const WindowRef = z.object({ id: Id, number: z.number().int(), role: ServiceRole });
export type WindowRef = z.infer<typeof WindowRef>;

export const Business = BusinessInput.extend({
  id: Id,
  zoneNameZh: z.string(),
  zoneNameEn: z.string(),
  floor: z.number().int(),
  windows: z.array(WindowRef),
  version: z.number().int(),
});
export type Business = z.infer<typeof Business>;

/** Why no ticket can be drawn now. */
export const NotTaking = z.enum(['closed', 'full', 'no-window', 'outside-hours']);
export type NotTaking = z.infer<typeof NotTaking>;

/** How a line stands to its targets. */
export const Light = z.enum(['green', 'yellow', 'red']);
export type Light = z.infer<typeof Light>;

/** A waiting time that is to be expected, with how wrong such forecasts were today. */
export const Forecast = z.object({
  minutes: z.number(),
  /** Mean absolute error of today's forecasts of this business in minutes; null before there are five. */
  errorMinutes: z.number().nullable(),
  /** Services of today that it rests on. */
  samples: z.number().int(),
});
export type Forecast = z.infer<typeof Forecast>;

/** A business as whoever draws a ticket sees it. */
export const BusinessNow = Named.extend({
  id: Id,
  code: z.string(),
  letter: z.string(),
  hintZh: z.string(),
  hintEn: z.string(),
  zoneId: Id,
  zoneNameZh: z.string(),
  zoneNameEn: z.string(),
  floor: z.number().int(),
  isRealName: z.boolean(),
  /** Numbers of the windows that serve it. */
  windowNumbers: z.array(z.number().int()),
  openWindows: z.number().int(),
  waiting: z.number().int(),
  forecast: Forecast,
  notTaking: NotTaking.nullable(),
  opensAt: TimeOfDay.nullable(),
  closesAt: TimeOfDay.nullable(),
  isOverTarget: z.boolean(),
  /** Yellow before the target is passed, red after. */
  light: Light,
});
export type BusinessNow = z.infer<typeof BusinessNow>;

/** Who takes a ticket. Numbers of papers are kept sealed; lists show masked text only. */
export const HolderInput = z.object({
  partyId: Id.optional(),
  name: z.string().trim().min(1).max(60).optional(),
  /** 公民身份号码 or another paper's number, for businesses by name. */
  identityNo: z.string().trim().min(6).max(30).optional(),
  mobile: z
    .string()
    .trim()
    .regex(/^1\d{10}$/)
    .optional(),
});
export type HolderInput = z.infer<typeof HolderInput>;

export const IssueTicket = z.object({
  businessId: Id,
  holder: HolderInput.optional(),
  priority: PriorityGroup.optional(),
});
export type IssueTicket = z.infer<typeof IssueTicket>;

/** What is printed on paper or shown on the phone. */
export const TicketSlip = z.object({
  ticketId: Id,
  number: z.string(),
  day: Day,
  issuedAt: Instant,
  siteNameZh: z.string(),
  siteNameEn: z.string(),
  businessNameZh: z.string(),
  businessNameEn: z.string(),
  zoneNameZh: z.string(),
  zoneNameEn: z.string(),
  floor: z.number().int(),
  windowNumbers: z.array(z.number().int()),
  lane: Lane,
  waitingAhead: z.number().int(),
  forecastMinutes: z.number(),
  /** `/t/<token>`: the ticket on the phone, for the QR code. */
  link: z.string(),
  /** The service ends soon, and the turn may not come. */
  isNearClosing: z.boolean(),
  isReprint: z.boolean(),
});
export type TicketSlip = z.infer<typeof TicketSlip>;

/** A ticket as staff see it. */
export const Ticket = z.object({
  id: Id,
  number: z.string(),
  day: Day,
  siteId: Id,
  businessId: Id,
  businessNameZh: z.string(),
  businessNameEn: z.string(),
  state: TicketState,
  lane: Lane,
  priority: PriorityGroup.nullable(),
  channel: TicketChannel,
  /** Masked, empty without a name. */
  holder: z.string(),
  mobile: z.string(),
  partyId: Id.nullable(),
  issuedAt: Instant,
  calledAt: Instant.nullable(),
  lastCalledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  calls: z.number().int(),
  windowId: Id.nullable(),
  windowNumber: z.number().int().nullable(),
  personId: Id.nullable(),
  personName: z.string(),
  finishKind: FinishKind.nullable(),
  reason: z.string(),
  appointmentId: z.string().nullable(),
  forecastMinutes: z.number().nullable(),
  /** Only for a waiting ticket: tickets of the line before it. */
  ahead: z.number().int().nullable(),
  targetWindowNumber: z.number().int().nullable(),
  version: z.number().int(),
});
export type Ticket = z.infer<typeof Ticket>;

export const TicketEntry = z.object({
  seq: z.number().int(),
  act: TicketAct,
  at: Instant,
  windowNumber: z.number().int().nullable(),
  personName: z.string(),
  reason: z.string(),
  businessNameZh: z.string(),
  businessNameEn: z.string(),
});
export type TicketEntry = z.infer<typeof TicketEntry>;

/** A case that was opened or handed over during the visit. */
export const VisitCase = z.object({
  caseId: Id,
  caseNo: z.string(),
  matterZh: z.string(),
  matterEn: z.string(),
  state: z.string(),
  at: Instant,
});
export type VisitCase = z.infer<typeof VisitCase>;

/** A paper (文书) that was given out in a case of the visit on its day. */
export const VisitPaper = z.object({
  documentId: Id,
  caseId: Id,
  nameZh: z.string(),
  nameEn: z.string(),
  number: z.string(),
  at: Instant,
});
export type VisitPaper = z.infer<typeof VisitPaper>;

/** A rating of the visit as hall/evaluation tells it; null while there is none. */
export const VisitRating = z.object({ grade: z.number().int().min(1).max(5), at: Instant });
export type VisitRating = z.infer<typeof VisitRating>;

/** One visit from ticket to rating. */
export const Visit = z.object({
  ticket: Ticket,
  entries: z.array(TicketEntry),
  cases: z.array(VisitCase),
  papers: z.array(VisitPaper),
  rating: VisitRating.nullable(),
  waitedSeconds: z.number().int().nullable(),
  servedSeconds: z.number().int().nullable(),
});
export type Visit = z.infer<typeof Visit>;

/** A window as the hall sees it at this moment; public, so without ids of people. */
export const WindowNow = Named.extend({
  id: Id,
  number: z.number().int(),
  zoneId: Id,
  state: WindowState,
  /** The number being called or served. */
  ticketNumber: z.string().nullable(),
  since: Instant.nullable(),
  pauseReason: z.string(),
  pausedUntil: Instant.nullable(),
  businessIds: z.array(Id),
  /** The number of the window that serves its lines while nobody works here (兼岗). */
  coveredBy: z.number().int().nullable(),
  /** On the plan of its floor. */
  x: z.number(),
  y: z.number(),
});
export type WindowNow = z.infer<typeof WindowNow>;

/** One call as displays show and speak it. */
export const Call = z.object({
  ticketId: Id,
  number: z.string(),
  windowId: Id,
  windowNumber: z.number().int(),
  zoneId: Id,
  /** 1 for the first call. */
  times: z.number().int(),
  at: Instant,
});
export type Call = z.infer<typeof Call>;

/** A zone with its place on the plan of its floor. */
export const ZoneNow = Named.extend({
  id: Id,
  floor: z.number().int(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type ZoneNow = z.infer<typeof ZoneNow>;

/** A zone, or several, as a display shows it. */
export const ZoneBoard = z.object({
  at: Instant,
  siteId: Id,
  siteNameZh: z.string(),
  siteNameEn: z.string(),
  zones: z.array(ZoneNow),
  windows: z.array(WindowNow),
  /** The last calls, newest first. */
  calls: z.array(Call),
  businesses: z.array(BusinessNow),
});
export type ZoneBoard = z.infer<typeof ZoneBoard>;
