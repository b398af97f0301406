import { z } from 'zod';

import { permission } from '#kernel/access/contract-permission.ts';
import { event } from '#kernel/events/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';
import { problem } from '#kernel/problems/contract.ts';

const base = '/api/v1/appointments/bookings';

export const permissions = {
  view: permission('appointments.view', { 'zh-CN': '查看预约', en: 'See: Appointments' }),
  manage: permission('appointments.manage', { 'zh-CN': '维护预约', en: 'Change: Appointments' }),
} as const;

/** What is typed for a booking. */
export const BookingInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/),
  nameZh: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(200),
});
export type BookingInput = z.infer<typeof BookingInput>;

export const Booking = BookingInput.extend({
  id: Id,
  version: z.number().int(),
  updatedAt: Instant,
});
export type Booking = z.infer<typeof Booking>;

/** A change carries the version that the editor saw. */
export const BookingChange = BookingInput.extend({ version: z.number().int().min(1) });
export type BookingChange = z.infer<typeof BookingChange>;

export const problems = {
  codeTaken: problem('appointments/code-taken', 409, {
    'zh-CN': '代码 {code} 已被使用。',
    en: 'The code {code} is already in use.',
  }),
} as const;

export const events = {
  bookingChanged: event({
    name: 'appointments.booking-changed',
    version: 1,
    title: { 'zh-CN': '预约变更', en: 'Changed: Appointments' },
    payload: z.object({ bookingId: Id, code: z.string(), act: z.enum(['created', 'changed']) }),
    live: () => 'appointments',
  }),
} as const;

export const routes = {
  listBookings: route({
    name: 'appointments.listBookings',
    method: 'GET',
    path: base,
    summary: 'A page of what there is, by code',
    admission: permissions.view,
    query: PageQuery,
    response: pageOf(Booking),
  }),
  getBooking: route({
    name: 'appointments.getBooking',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One of them',
    admission: permissions.view,
    params: IdParams,
    response: Booking,
  }),
  createBooking: route({
    name: 'appointments.createBooking',
    method: 'POST',
    path: base,
    summary: 'Add one',
    admission: permissions.manage,
    body: BookingInput,
    response: Booking,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeBooking: route({
    name: 'appointments.changeBooking',
    method: 'PUT',
    path: `${base}/:id`,
    summary: 'Change one',
    admission: permissions.manage,
    params: IdParams,
    body: BookingChange,
    response: Booking,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
} as const;
