import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Done, Id, IdParams, Instant } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { ShownNotice, VolumeStep } from './screens.ts';
import { BusinessNow, Forecast, HolderInput, TicketSlip, ZoneBoard } from './shapes.ts';
import { Lane, PriorityGroup, TicketState } from './states.ts';

/** A ticket as its holder sees it on the phone. */
export const PhoneTicket = z.object({
  ticketId: Id,
  number: z.string(),
  day: Day,
  state: TicketState,
  lane: Lane,
  siteNameZh: z.string(),
  siteNameEn: z.string(),
  businessNameZh: z.string(),
  businessNameEn: z.string(),
  zoneNameZh: z.string(),
  zoneNameEn: z.string(),
  floor: z.number().int(),
  issuedAt: Instant,
  calledAt: Instant.nullable(),
  ahead: z.number().int().nullable(),
  forecast: Forecast.nullable(),
  windowNumber: z.number().int().nullable(),
  windowNumbers: z.array(z.number().int()),
  /** Whether it is time to go to the waiting area. */
  isSoon: z.boolean(),
  mayLeave: z.boolean(),
  link: z.string(),
});
export type PhoneTicket = z.infer<typeof PhoneTicket>;

/** A site that gives tickets. */
export const QueueSite = z.object({
  id: Id,
  nameZh: z.string(),
  nameEn: z.string(),
  isOpen: z.boolean(),
  waiting: z.number().int(),
});
export type QueueSite = z.infer<typeof QueueSite>;

const taking = [
  problems.notTaking,
  problems.identityNeeded,
  problems.alreadyWaiting,
  problems.dayFull,
  problems.unknownBusiness,
] as const;

const token = z.object({ token: z.string().regex(/^[\w-]{20,64}$/) });

/** Tickets of whoever is signed in, and what anybody may see of the hall. */
export const phoneRoutes = {
  listPublicSites: route({
    name: 'queue.listPublicSites',
    method: 'GET',
    path: '/api/v1/public/queue/sites',
    summary: 'Sites that give tickets',
    admission: 'public',
    response: z.object({ items: z.array(QueueSite) }),
  }),
  showPublicSite: route({
    name: 'queue.showPublicSite',
    method: 'GET',
    path: '/api/v1/public/queue/sites/:id',
    summary: 'Lines of a site with waiting and forecast',
    admission: 'public',
    params: IdParams,
    response: z.object({ items: z.array(BusinessNow) }),
  }),
  showByToken: route({
    name: 'queue.showByToken',
    method: 'GET',
    path: '/api/v1/public/queue/tickets/:token',
    summary: 'The ticket behind the QR code on its paper',
    admission: 'public',
    params: token,
    response: PhoneTicket,
  }),
  leaveByToken: route({
    name: 'queue.leaveByToken',
    method: 'POST',
    path: '/api/v1/public/queue/tickets/:token/departure',
    summary: 'Give the ticket up',
    admission: 'public',
    params: token,
    response: PhoneTicket,
    idempotency: 'optional',
    problems: [problems.refusedState],
  }),
  takeTicket: route({
    name: 'queue.takeTicket',
    method: 'POST',
    path: '/api/v1/me/queue/tickets',
    summary: 'Take a ticket by phone, in one’s own name',
    admission: permissions.take,
    body: z.object({ businessId: Id, priority: PriorityGroup.optional() }),
    response: PhoneTicket,
    status: 201,
    idempotency: 'required',
    ratePerMinute: 20,
    problems: [...taking, problems.notLinked],
  }),
  listOwnTickets: route({
    name: 'queue.listOwnTickets',
    method: 'GET',
    path: '/api/v1/me/queue/tickets',
    summary: 'One’s own tickets, today’s first',
    admission: permissions.take,
    response: z.object({ items: z.array(PhoneTicket) }),
    problems: [problems.notLinked],
  }),
} as const;

const device = '/api/v1/device/queue';

/** Where the device stands, and what it has to know of the hall. */
export const DeviceHall = ZoneBoard.extend({
  /** The zone and window of the device itself; null when it serves the whole site. */
  ownZoneId: Id.nullable(),
  ownWindowId: Id.nullable(),
  saysYao: z.boolean(),
  saysEnglish: z.boolean(),
  volume: z.array(VolumeStep),
  /** Notices of now and of the next day; `isShownAt` says which are on the screen. */
  notices: z.array(ShownNotice),
  isOpen: z.boolean(),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
});
export type DeviceHall = z.infer<typeof DeviceHall>;

export const DeviceTake = z.object({
  businessId: Id,
  /** As read from the card; asked for businesses by name. */
  holder: HolderInput.optional(),
  priority: PriorityGroup.optional(),
});
export type DeviceTake = z.infer<typeof DeviceTake>;

/** What devices of the hall call with their key. */
export const deviceRoutes = {
  showHallToDevice: route({
    name: 'queue.showHallToDevice',
    method: 'GET',
    path: `${device}/hall`,
    summary: 'Lines, windows and last calls of the zone or site where the device stands',
    admission: permissions.serve,
    query: z.object({ whole: z.stringbool().default(false) }),
    response: DeviceHall,
    ratePerMinute: 600,
    problems: [problems.notADevice],
  }),
  takeTicketAtDevice: route({
    name: 'queue.takeTicketAtDevice',
    method: 'POST',
    path: `${device}/tickets`,
    summary: 'Draw a ticket; a repeat with the same key gives the same ticket',
    admission: permissions.serve,
    body: DeviceTake,
    response: TicketSlip,
    status: 201,
    idempotency: 'required',
    crossSite: true,
    ratePerMinute: 600,
    problems: [...taking, problems.notADevice],
  }),
  getSlip: route({
    name: 'queue.getSlip',
    method: 'GET',
    path: `${device}/tickets/:id`,
    summary: 'The slip of a ticket drawn at this device, to print it again',
    admission: permissions.serve,
    params: IdParams,
    response: TicketSlip,
    problems: [problems.notADevice],
  }),
  findOpenSlip: route({
    name: 'queue.findOpenSlip',
    method: 'POST',
    path: `${device}/open-tickets`,
    summary: 'Today’s open tickets of the person whose card was read, for a reprint marked 补打',
    admission: permissions.serve,
    body: z.object({ identityNo: z.string().trim().min(6).max(30) }),
    response: z.object({ items: z.array(TicketSlip) }),
    crossSite: true,
    problems: [problems.notADevice],
  }),
  leaveAtDevice: route({
    name: 'queue.leaveAtDevice',
    method: 'POST',
    path: `${device}/tickets/:id/departure`,
    summary: 'Give up a ticket at the machine',
    admission: permissions.serve,
    params: IdParams,
    response: Done,
    idempotency: 'optional',
    crossSite: true,
    problems: [problems.notADevice, problems.refusedState],
  }),
} as const;
