import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { Post } from './posts.ts';
import { problems } from './problems.ts';
import { BASE, BusinessNow, IssueTicket, Ticket, TicketSlip, VisitCase } from './shapes.ts';
import { FinishKind, ServiceRole, WindowState } from './states.ts';

/** A window with whoever is signed in at it. */
export const Session = z.object({
  windowId: Id,
  windowNumber: z.number().int(),
  windowNameZh: z.string(),
  windowNameEn: z.string(),
  siteId: Id,
  zoneId: Id,
  state: WindowState,
  personId: Id.nullable(),
  personName: z.string(),
  /** Whether the person stands in for the one who is stationed there (A/B 岗). */
  isCover: z.boolean(),
  since: Instant,
  pauseReason: z.string(),
  pausedUntil: Instant.nullable(),
});
export type Session = z.infer<typeof Session>;

/** A window at which the asker may sign in. */
export const OwnWindow = z.object({
  windowId: Id,
  windowNumber: z.number().int(),
  nameZh: z.string(),
  nameEn: z.string(),
  siteNameZh: z.string(),
  siteNameEn: z.string(),
  /** Who is signed in there now; empty when nobody is. */
  heldBy: z.string(),
  state: WindowState,
});
export type OwnWindow = z.infer<typeof OwnWindow>;

export const ServiceNow = BusinessNow.extend({ role: ServiceRole });
export type ServiceNow = z.infer<typeof ServiceNow>;

/** Everything that the calling page shows, at one moment. */
export const Desk = z.object({
  at: Instant,
  session: Session.nullable(),
  windows: z.array(OwnWindow),
  current: Ticket.nullable(),
  currentCases: z.array(VisitCase),
  held: z.array(Ticket),
  /** The next in each line that the window serves, in the order of their turn, at most 30. */
  waiting: z.array(Ticket),
  missed: z.array(Ticket),
  services: z.array(ServiceNow),
  /** Posts of other windows that are served from here. */
  posts: z.array(Post),
  /** Served at this window today. */
  servedToday: z.number().int(),
  /** Seconds until the current ticket may be called again; 0 at once. */
  recallInSeconds: z.number().int(),
  callsBeforeMissed: z.number().int(),
});
export type Desk = z.infer<typeof Desk>;

const Reason = z.string().trim().min(1).max(200);

export const Finish = z.object({
  kind: FinishKind,
  note: z.string().trim().max(200).default(''),
});
export type Finish = z.infer<typeof Finish>;

export const Transfer = z
  .object({
    businessId: Id.optional(),
    windowId: Id.optional(),
    reason: Reason,
  })
  .refine((to) => to.businessId !== undefined || to.windowId !== undefined, {
    path: ['businessId'],
    message: '请选择转到的业务或窗口｜Choose the business or the window',
  });
export type Transfer = z.infer<typeof Transfer>;

export const CallByNumber = z.object({ number: z.string().trim().min(2).max(10), reason: Reason });
export type CallByNumber = z.infer<typeof CallByNumber>;

export const Pause = z.object({
  reason: Reason,
  minutes: z.number().int().min(1).max(120),
});
export type Pause = z.infer<typeof Pause>;

/** What a window's act answers: the ticket, and the window as it is now. */
export const Called = z.object({ ticket: Ticket, session: Session });
export type Called = z.infer<typeof Called>;

const sign = {
  getDesk: route({
    name: 'queue.getDesk',
    method: 'GET',
    path: `${BASE}/desk`,
    summary: 'The window of whoever asks: the current ticket, those who wait, and the lines',
    admission: permissions.call,
    response: Desk,
  }),
  signIn: route({
    name: 'queue.signIn',
    method: 'POST',
    path: `${BASE}/windows/:id/session`,
    summary: 'Sign in at a window and open it',
    admission: permissions.call,
    params: IdParams,
    response: Session,
    status: 201,
    idempotency: 'optional',
    problems: [problems.windowHeld, problems.elsewhere, problems.unknownPlace],
  }),
  signOut: route({
    name: 'queue.signOut',
    method: 'POST',
    path: `${BASE}/windows/:id/session-end`,
    summary: 'Sign out; tickets that were sent to this window go back to their line',
    admission: permissions.call,
    params: IdParams,
    response: z.object({ done: z.literal(true) }),
    idempotency: 'optional',
    problems: [problems.notSignedIn, problems.finishFirst],
  }),
  pause: route({
    name: 'queue.pause',
    method: 'POST',
    path: `${BASE}/windows/:id/pause`,
    summary: 'Pause the window, with the reason that people read and for how long',
    admission: permissions.call,
    params: IdParams,
    body: Pause,
    response: Session,
    idempotency: 'optional',
    problems: [problems.notSignedIn, problems.finishFirst, problems.pauseTooLong],
  }),
  resume: route({
    name: 'queue.resume',
    method: 'POST',
    path: `${BASE}/windows/:id/resumption`,
    summary: 'Open the window again after a pause',
    admission: permissions.call,
    params: IdParams,
    response: Session,
    idempotency: 'optional',
    problems: [problems.notSignedIn],
  }),
} as const;

const call = {
  callNext: route({
    name: 'queue.callNext',
    method: 'POST',
    path: `${BASE}/windows/:id/calls`,
    summary: 'Call the next of the lines that the window serves; no ticket is ever called by two',
    admission: permissions.call,
    params: IdParams,
    response: Called,
    status: 201,
    idempotency: 'optional',
    problems: [
      problems.notSignedIn,
      problems.windowPaused,
      problems.finishFirst,
      problems.nobodyWaits,
    ],
  }),
  callByNumber: route({
    name: 'queue.callByNumber',
    method: 'POST',
    path: `${BASE}/windows/:id/calls-by-number`,
    summary: 'Call a waiting, missed or held ticket out of turn, with a reason that is kept',
    admission: permissions.call,
    params: IdParams,
    body: CallByNumber,
    response: Called,
    status: 201,
    idempotency: 'optional',
    problems: [
      problems.notSignedIn,
      problems.windowPaused,
      problems.finishFirst,
      problems.notFree,
      problems.notServed,
    ],
  }),
  recall: route({
    name: 'queue.recall',
    method: 'POST',
    path: `${BASE}/tickets/:id/recall`,
    summary: 'Call the current ticket again',
    admission: permissions.call,
    params: IdParams,
    response: Ticket,
    idempotency: 'optional',
    problems: [problems.notYours, problems.refusedState, problems.tooSoon],
  }),
} as const;

const onTicket = <const B extends z.ZodType | undefined = undefined>(
  name: string,
  path: string,
  summary: string,
  body?: B,
) =>
  route({
    name: `queue.${name}`,
    method: 'POST',
    path: `${BASE}/tickets/:id/${path}`,
    summary,
    admission: permissions.call,
    params: IdParams,
    body: body as B,
    response: Ticket,
    idempotency: 'optional',
    problems: [
      problems.notYours,
      problems.refusedState,
      problems.notSignedIn,
      problems.calledTooFew,
      problems.requeuedBefore,
      problems.finishFirst,
      problems.unknownBusiness,
      problems.notServed,
    ],
  });

const serve = {
  start: onTicket('start', 'start', 'The person has come: service begins'),
  finish: onTicket('finish', 'completion', 'End the visit and say what was done', Finish),
  miss: onTicket('miss', 'absence', 'Nobody came after the calls', z.object({ reason: Reason })),
  requeue: onTicket('requeue', 'return', 'Put a missed ticket back in line, once a day'),
  hold: onTicket(
    'hold',
    'hold',
    'Keep the number while a paper is fetched',
    z.object({ reason: Reason }),
  ),
  resumeHeld: onTicket('resumeHeld', 'resumption', 'Go on with a held ticket at this window'),
  transfer: onTicket(
    'transfer',
    'transfer',
    'Send to another business or window; the time stays',
    Transfer,
  ),
  giveUp: onTicket('giveUp', 'departure', 'The person has left', z.object({ reason: Reason })),
} as const;

const help = {
  issueTicket: route({
    name: 'queue.issueTicket',
    method: 'POST',
    path: `${BASE}/tickets`,
    summary: 'Issue a ticket for a visitor, as the guide desk does',
    admission: permissions.issue,
    body: IssueTicket,
    response: TicketSlip,
    status: 201,
    idempotency: 'required',
    problems: [
      problems.notTaking,
      problems.identityNeeded,
      problems.alreadyWaiting,
      problems.dayFull,
      problems.unknownBusiness,
    ],
  }),
  allowGreen: route({
    name: 'queue.allowGreen',
    method: 'POST',
    path: `${BASE}/tickets/:id/green-channel`,
    summary: 'Move a waiting ticket to the green channel, with the reason; who allowed it is kept',
    admission: permissions.allowGreen,
    params: IdParams,
    body: z.object({ reason: Reason }),
    response: Ticket,
    idempotency: 'optional',
    problems: [problems.refusedState],
  }),
} as const;

/** What happens at a window. */
export const deskRoutes = { ...sign, ...call, ...serve, ...help } as const;
