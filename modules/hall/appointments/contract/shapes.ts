import { z } from 'zod';

import { Day, Id, Instant, TimeOfDay } from '#kernel/http/shapes.ts';

export const BASE = '/api/v1/appointments';
export const PUBLIC = '/api/v1/public/appointments';
export const OWN = '/api/v1/me/appointments';

export const Words = z.object({ 'zh-CN': z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;

/** 已预约, 已签到取号, 爽约, 已取消. */
export const BookingState = z.enum(['booked', 'arrived', 'missed', 'cancelled']);
export type BookingState = z.infer<typeof BookingState>;

/** Where it was booked: 网上, 现场代约, 电话代约. */
export const Channel = z.enum(['online', 'desk', 'phone']);
export type Channel = z.infer<typeof Channel>;

/** `closed` by the centre's own decision; `past` when booking has closed. */
export const SlotState = z.enum(['open', 'full', 'past', 'closed']);
export type SlotState = z.infer<typeof SlotState>;

/** When and where: a stretch of one day of a group. */
export const SlotRef = z.object({ day: Day, from: TimeOfDay });
export type SlotRef = z.infer<typeof SlotRef>;

export const Slot = z.object({
  from: TimeOfDay,
  to: z.string(),
  places: z.number().int(),
  left: z.number().int(),
  state: SlotState,
});
export type Slot = z.infer<typeof Slot>;

export const SlotDay = z.object({
  day: Day,
  /** 0 Sunday to 6 Saturday. */
  weekday: z.number().int(),
  /** Why nothing can be booked that day, where there is a reason to tell. */
  reason: Words.nullable(),
  slots: z.array(Slot),
});
export type SlotDay = z.infer<typeof SlotDay>;

export const Place = z.object({
  siteId: Id,
  zoneId: Id.nullable(),
  site: Words,
  zone: Words.nullable(),
});

/** One appointment (预约), as people of the centre see it; names and numbers are masked. */
export const Booking = z.object({
  id: Id,
  /** 取号码: what is typed or scanned at check-in. */
  code: z.string(),
  groupId: Id,
  group: Words,
  ...Place.shape,
  day: Day,
  from: z.string(),
  to: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  matter: Words.nullable(),
  matterId: Id.nullable(),
  partyId: Id,
  holder: z.string(),
  channel: Channel,
  state: BookingState,
  ticketNo: z.string().nullable(),
  ticketId: Id.nullable(),
  reason: z.string(),
  bookedAt: Instant,
  arrivedAt: Instant.nullable(),
  /** A missed one that is not counted, with the reason in `reason`. */
  isExcused: z.boolean(),
  moves: z.number().int(),
  version: z.number().int(),
});
export type Booking = z.infer<typeof Booking>;

/** One’s own: with what the QR says, and what may still be done. */
export const OwnBooking = Booking.omit({ partyId: true, ticketId: true }).extend({
  hint: Words,
  token: z.string(),
  /** What the QR code holds: the address of the appointment’s page. */
  url: z.string(),
  mayChange: z.boolean(),
  checkInFrom: Instant,
  checkInUntil: Instant,
});
export type OwnBooking = z.infer<typeof OwnBooking>;

/** What a ticket machine or a desk is told of somebody who has come. */
export const CheckInLine = z.object({
  id: Id,
  code: z.string(),
  group: Words,
  holder: z.string(),
  from: z.string(),
  to: z.string(),
  day: Day,
  state: BookingState,
  ticketNo: z.string().nullable(),
  /** Why it cannot be checked in now, or null. */
  blocked: z.object({ code: z.string(), title: Words }).nullable(),
});
export type CheckInLine = z.infer<typeof CheckInLine>;

export const Ban = z.object({ until: Day, missed: z.number().int() });
export type Ban = z.infer<typeof Ban>;
