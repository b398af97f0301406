import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  Ban,
  BASE,
  Booking,
  BookingState,
  CheckInLine,
  Channel,
  OWN,
  OwnBooking,
  PUBLIC,
  SlotRef,
  Words,
} from './shapes.ts';

const Reason = z.string().trim().min(1).max(200);
const Version = z.object({ version: z.number().int().min(1) });
const TokenParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,60}$/) });

const bookingProblems = [
  problems.slotFull,
  problems.notASlot,
  problems.tooLate,
  problems.groupClosed,
  problems.dayLimit,
  problems.openLimit,
];

export const BookInput = SlotRef.extend({
  groupId: Id,
  matterId: Id.nullable().default(null),
});
export type BookInput = z.infer<typeof BookInput>;

export const BookForInput = BookInput.extend({ partyId: Id, channel: Channel.exclude(['online']) });
export type BookForInput = z.infer<typeof BookForInput>;

export const MoveInput = SlotRef.extend(Version.shape);
export type MoveInput = z.infer<typeof MoveInput>;

export const BookingFilter = z.object({
  siteId: Id.optional(),
  groupId: Id.optional(),
  state: BookingState.optional(),
  from: Day.optional(),
  to: Day.optional(),
});
export type BookingFilter = z.infer<typeof BookingFilter>;

export const LookUp = z.object({
  /** 取号码, the text of the QR code, an identity number or a mobile number. */
  text: z.string().trim().min(4).max(300),
  siteId: Id,
});
export type LookUp = z.infer<typeof LookUp>;

const Lines = z.object({ items: z.array(CheckInLine) });

export const CheckedIn = z.object({
  booking: Booking,
  ticket: z.object({
    id: Id,
    number: z.string(),
    /** How many are called before, as far as the queue knows. */
    ahead: z.number().int().nullable(),
  }),
});
export type CheckedIn = z.infer<typeof CheckedIn>;

/** Somebody who missed appointments within the days that count. */
export const MissedPerson = z.object({
  partyId: Id,
  holder: z.string(),
  missed: z.number().int(),
  lastOn: Day,
  bannedUntil: Day.nullable(),
});
export type MissedPerson = z.infer<typeof MissedPerson>;

/** What happened to the bookings of a day; shares are null where there was nothing to count. */
export const Figure = z.object({
  day: Day,
  groupId: Id,
  group: Words,
  booked: z.number().int(),
  waiting: z.number().int(),
  arrived: z.number().int(),
  missed: z.number().int(),
  cancelled: z.number().int(),
  missedShare: z.number().nullable(),
});
export type Figure = z.infer<typeof Figure>;

/** Whoever signed in, for themselves or the firm that they act for. */
export const ownRoutes = {
  listOwnBookings: route({
    name: 'appointments.listOwnBookings',
    method: 'GET',
    path: OWN,
    summary: 'One’s own appointments, and until when booking is closed after missed ones',
    admission: permissions.bookOwn,
    response: z.object({ items: z.array(OwnBooking), ban: Ban.nullable() }),
    problems: [problems.notLinked],
  }),
  bookOwn: route({
    name: 'appointments.bookOwn',
    method: 'POST',
    path: OWN,
    summary: 'Book a time',
    admission: permissions.bookOwn,
    body: BookInput,
    response: OwnBooking,
    status: 201,
    idempotency: 'required',
    ratePerMinute: 30,
    problems: [...bookingProblems, problems.banned, problems.notLinked],
  }),
  moveOwn: route({
    name: 'appointments.moveOwn',
    method: 'PUT',
    path: `${OWN}/:id/time`,
    summary: 'Move one’s appointment to another time of the same group',
    admission: permissions.bookOwn,
    params: IdParams,
    body: MoveInput,
    response: OwnBooking,
    idempotency: 'optional',
    problems: [...bookingProblems, problems.cancelTooLate, problems.notInState, problems.notLinked],
  }),
  cancelOwn: route({
    name: 'appointments.cancelOwn',
    method: 'POST',
    path: `${OWN}/:id/cancellation`,
    summary: 'Cancel one’s appointment',
    admission: permissions.bookOwn,
    params: IdParams,
    body: Version,
    response: OwnBooking,
    idempotency: 'optional',
    problems: [problems.cancelTooLate, problems.notInState, problems.notLinked],
  }),
} as const;

/** Who holds the address of an appointment, from a message or a QR code. */
export const holderRoutes = {
  getByToken: route({
    name: 'appointments.getByToken',
    method: 'GET',
    path: `${PUBLIC}/bookings/:token`,
    summary: 'An appointment by its address, names masked',
    admission: 'public',
    params: TokenParams,
    response: OwnBooking,
    ratePerMinute: 60,
  }),
  cancelByToken: route({
    name: 'appointments.cancelByToken',
    method: 'POST',
    path: `${PUBLIC}/bookings/:token/cancellation`,
    summary: 'Cancel an appointment by its address',
    admission: 'public',
    params: TokenParams,
    body: Version,
    response: OwnBooking,
    ratePerMinute: 20,
    problems: [problems.cancelTooLate, problems.notInState],
  }),
  downloadCalendar: route({
    name: 'appointments.downloadCalendar',
    method: 'GET',
    path: `${PUBLIC}/bookings/:token/calendar`,
    summary: 'The appointment as a calendar file (RFC 5545)',
    admission: 'public',
    params: TokenParams,
    answers: 'bytes',
    ratePerMinute: 60,
  }),
} as const;

export const staffRoutes = {
  listBookings: route({
    name: 'appointments.listBookings',
    method: 'GET',
    path: `${BASE}/bookings`,
    summary: 'Appointments in the order of their time',
    admission: permissions.view,
    query: PageQuery.extend(BookingFilter.shape),
    response: pageOf(Booking),
  }),
  exportBookings: route({
    name: 'appointments.exportBookings',
    method: 'GET',
    path: `${BASE}/bookings/export`,
    summary: 'The same as a sheet',
    admission: permissions.export,
    query: BookingFilter,
    answers: 'bytes',
    ratePerMinute: 20,
  }),
  bookFor: route({
    name: 'appointments.bookFor',
    method: 'POST',
    path: `${BASE}/bookings`,
    summary: 'Book for somebody who is here or on the phone',
    admission: permissions.book,
    body: BookForInput,
    response: Booking,
    status: 201,
    idempotency: 'required',
    problems: [...bookingProblems, problems.unknownReference],
  }),
  moveBooking: route({
    name: 'appointments.moveBooking',
    method: 'PUT',
    path: `${BASE}/bookings/:id/time`,
    summary: 'Move an appointment',
    admission: permissions.book,
    params: IdParams,
    body: MoveInput,
    response: Booking,
    idempotency: 'optional',
    problems: [...bookingProblems, problems.notInState],
  }),
  cancelBooking: route({
    name: 'appointments.cancelBooking',
    method: 'POST',
    path: `${BASE}/bookings/:id/cancellation`,
    summary: 'Cancel an appointment and tell its holder why',
    admission: permissions.book,
    params: IdParams,
    body: Version.extend({ reason: Reason }),
    response: Booking,
    idempotency: 'optional',
    problems: [problems.notInState],
  }),
  excuseMissed: route({
    name: 'appointments.excuseMissed',
    method: 'POST',
    path: `${BASE}/bookings/:id/excuse`,
    summary: 'A missed appointment that shall not count',
    admission: permissions.excuse,
    params: IdParams,
    body: Version.extend({ reason: Reason }),
    response: Booking,
    idempotency: 'optional',
    problems: [problems.notInState],
  }),
  lookUp: route({
    name: 'appointments.lookUp',
    method: 'POST',
    path: `${BASE}/lookups`,
    summary: 'Whose appointment it is: by code, QR, identity number or mobile number',
    admission: permissions.checkIn,
    body: LookUp,
    response: Lines,
    ratePerMinute: 120,
    problems: [problems.tooGeneral],
  }),
  checkIn: route({
    name: 'appointments.checkIn',
    method: 'POST',
    path: `${BASE}/bookings/:id/check-in`,
    summary: 'Somebody has come: the appointment becomes a ticket. A repeat gives the same ticket',
    admission: permissions.checkIn,
    params: IdParams,
    response: CheckedIn,
    idempotency: 'optional',
    problems: [
      problems.notInState,
      problems.otherDay,
      problems.tooEarly,
      problems.checkInOver,
      problems.noQueue,
    ],
  }),
  listMissed: route({
    name: 'appointments.listMissed',
    method: 'GET',
    path: `${BASE}/missed`,
    summary: 'Who missed appointments in the days that count, and who cannot book for now',
    admission: permissions.view,
    response: z.object({ items: z.array(MissedPerson) }),
  }),
  listFigures: route({
    name: 'appointments.listFigures',
    method: 'GET',
    path: `${BASE}/figures`,
    summary: 'Booked, come, missed and cancelled by day and group',
    admission: permissions.view,
    query: z.object({ from: Day, to: Day, siteId: Id.optional() }),
    response: z.object({ items: z.array(Figure) }),
  }),
} as const;

/** The same at a machine of the hall. */
export const machineRoutes = {
  lookUpAtMachine: route({
    name: 'appointments.lookUpAtMachine',
    method: 'POST',
    path: `${BASE}/machine/lookups`,
    summary: 'Whose appointment it is, asked at a ticket machine',
    admission: permissions.serve,
    body: LookUp,
    response: Lines,
    ratePerMinute: 60,
    problems: [problems.tooGeneral],
  }),
  checkInAtMachine: route({
    name: 'appointments.checkInAtMachine',
    method: 'POST',
    path: `${BASE}/machine/bookings/:id/check-in`,
    summary: 'Check-in at a ticket machine. A repeat gives the same ticket',
    admission: permissions.serve,
    params: IdParams,
    response: CheckedIn,
    idempotency: 'optional',
    problems: staffRoutes.checkIn.problems ?? [],
  }),
} as const;
