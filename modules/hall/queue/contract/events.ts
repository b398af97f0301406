import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Day, Id } from '#kernel/http/shapes.ts';

import {
  FinishKind,
  Lane,
  TicketAct,
  TicketChannel,
  TicketState,
  WindowAct,
  WindowState,
} from './states.ts';

/** Live topics: `queue.site/<site>`, `queue.zone/<zone>`, `queue.window/<window>`, `queue.ticket/<ticket>`. */
export const LIVE = {
  site: 'queue.site',
  zone: 'queue.zone',
  window: 'queue.window',
  ticket: 'queue.ticket',
} as const;

/** Numbers, places and times only: who holds the ticket is personal. */
export const TicketPayload = z.object({
  ticketId: Id,
  number: z.string(),
  day: Day,
  siteId: Id,
  /** The zone of the window while there is one, else of the business. */
  zoneId: Id,
  businessId: Id,
  act: TicketAct,
  state: TicketState,
  lane: Lane,
  channel: TicketChannel,
  windowId: Id.nullable(),
  windowNumber: z.number().int().nullable(),
  /** Whoever serves, as registry/staff knows them; null for devices and jobs. */
  personId: Id.nullable(),
  partyId: Id.nullable(),
  appointmentId: z.string().nullable(),
  /** How often it was called so far. */
  calls: z.number().int(),
  finishKind: FinishKind.nullable(),
  reason: z.string(),
});
export type TicketPayload = z.infer<typeof TicketPayload>;

const tells = (what: string, zh: string, en: string) =>
  event({
    name: `queue.ticket-${what}`,
    version: 1,
    title: { 'zh-CN': zh, en },
    payload: TicketPayload,
    live: ({ siteId, zoneId, windowId, ticketId }) => [
      `${LIVE.site}/${siteId}`,
      `${LIVE.zone}/${zoneId}`,
      `${LIVE.ticket}/${ticketId}`,
      ...(windowId === null ? [] : [`${LIVE.window}/${windowId}`]),
    ],
    liveFields: [
      'ticketId',
      'number',
      'zoneId',
      'businessId',
      'act',
      'state',
      'windowId',
      'windowNumber',
      'calls',
      'finishKind',
    ],
  });

const SetUp = z.object({ siteId: Id, act: z.string() });

export const events = {
  issued: tells('issued', '取号', 'Ticket issued'),
  /** First call and every repeat: displays show and speak it. */
  called: tells('called', '叫号', 'Ticket called'),
  started: tells('started', '开始办理', 'Service began'),
  /** The visit at the window is over; the moment to ask for a rating. */
  finished: tells('finished', '办理完毕', 'Visit finished'),
  missed: tells('missed', '过号', 'Ticket missed'),
  requeued: tells('requeued', '过号重排', 'Ticket back in line'),
  transferred: tells('transferred', '转办', 'Ticket transferred'),
  held: tells('held', '挂起', 'Ticket put on hold'),
  resumed: tells('resumed', '恢复办理', 'Ticket resumed'),
  left: tells('left', '弃号', 'Ticket given up'),
  expired: tells('expired', '号票过期', 'Ticket expired'),
  released: tells('released', '退回队列', 'Ticket returned to the line'),
  greenAllowed: tells('green-allowed', '开通绿色通道', 'Green channel allowed'),
  windowChanged: event({
    name: 'queue.window-changed',
    version: 1,
    title: { 'zh-CN': '窗口签到、暂停、恢复、签退', en: 'Window staffed, paused, resumed or left' },
    payload: z.object({
      windowId: Id,
      windowNumber: z.number().int(),
      siteId: Id,
      zoneId: Id,
      act: WindowAct,
      state: WindowState,
      personId: Id.nullable(),
      reason: z.string(),
    }),
    live: ({ siteId, zoneId, windowId }) => [
      `${LIVE.site}/${siteId}`,
      `${LIVE.zone}/${zoneId}`,
      `${LIVE.window}/${windowId}`,
    ],
    liveFields: ['windowId', 'windowNumber', 'zoneId', 'act', 'state', 'reason'],
  }),
  businessChanged: event({
    name: 'queue.business-changed',
    version: 1,
    title: { 'zh-CN': '排队业务变更', en: 'Business changed' },
    payload: SetUp.extend({ businessId: Id }),
    live: ({ siteId }) => `${LIVE.site}/${siteId}`,
    liveFields: ['businessId'],
  }),
  servicesChanged: event({
    name: 'queue.services-changed',
    version: 1,
    title: { 'zh-CN': '窗口业务变更', en: 'Services of a window changed' },
    payload: SetUp.extend({ windowId: Id, businessIds: z.array(Id) }),
    live: ({ siteId, windowId }) => [`${LIVE.site}/${siteId}`, `${LIVE.window}/${windowId}`],
    liveFields: ['windowId'],
  }),
  noticeChanged: event({
    name: 'queue.notice-changed',
    version: 1,
    title: { 'zh-CN': '叫号屏通知变更', en: 'Notice on the displays changed' },
    payload: SetUp.extend({ noticeId: Id }),
    live: ({ siteId }) => `${LIVE.site}/${siteId}`,
    liveFields: ['noticeId'],
  }),
  settingsChanged: event({
    name: 'queue.settings-changed',
    version: 1,
    title: { 'zh-CN': '排队规则变更', en: 'Queue rules changed' },
    payload: z.object({ version: z.number().int() }),
  }),
  differenceFound: event({
    name: 'queue.difference-found',
    version: 1,
    title: { 'zh-CN': '排队统计与记录不一致', en: 'Queue figures differ from the record' },
    payload: z.object({ day: Day, tickets: z.array(Id) }),
  }),
} as const;
