import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Done, Id, IdParams, Instant, TimeOfDay } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Settings } from './settings.ts';
import { BASE, Place, PUBLIC, Slot, SlotDay, Words } from './shapes.ts';

const Name = z.string().trim().min(1).max(60);
const Hint = z.string().trim().max(500);

/** How many come at once: a fixed number a slot, or a number for each window that is staffed that day. */
export const CapacityBy = z.enum(['fixed', 'windows']);
export type CapacityBy = z.infer<typeof CapacityBy>;

/** What can be booked at one place (预约业务): a group of matters, its slots and its places. */
export const GroupInput = z.object({
  siteId: Id,
  /** Whose opening hours count; without it those of the site. */
  zoneId: Id.nullable(),
  nameZh: Name,
  nameEn: Name,
  /** What to bring and where to go. */
  hintZh: Hint,
  hintEn: Hint,
  /** The code of the business in the queue that its tickets belong to; empty until it is tied to one. */
  queueCode: z.string().trim().max(20),
  /** Matters and departments whose matters are handled here. */
  matterIds: z.array(Id).max(500),
  departmentIds: z.array(Id).max(100),
  slotMinutes: z.number().int().min(5).max(240),
  capacityBy: CapacityBy,
  /** A slot, or a slot and window. */
  places: z.number().int().min(0).max(500),
  windowIds: z.array(Id).max(100),
  /** Of the places, how many in a hundred stay for those who come without an appointment. */
  walkInPercent: z.number().int().min(0).max(90),
  isOpen: z.boolean(),
  closedReasonZh: z.string().trim().max(200),
  closedReasonEn: z.string().trim().max(200),
  order: z.number().int().min(0).max(9999),
});
export type GroupInput = z.infer<typeof GroupInput>;

export const Group = GroupInput.extend({
  id: Id,
  version: z.number().int(),
  updatedAt: Instant,
});
export type Group = z.infer<typeof Group>;

/** What a visitor sees of a group. */
export const PublicGroup = z.object({
  id: Id,
  name: Words,
  hint: Words,
  ...Place.shape,
  siteCode: z.string(),
  slotMinutes: z.number().int(),
  isOpen: z.boolean(),
  closedReason: Words.nullable(),
});
export type PublicGroup = z.infer<typeof PublicGroup>;

/** A slot as the console sees it. */
export const PlannedSlot = Slot.extend({
  booked: z.number().int(),
  arrived: z.number().int(),
  /** What the rule gives; differs from `places` where somebody set another number. */
  byRule: z.number().int(),
  override: z
    .object({ places: z.number().int(), reasonZh: z.string(), reasonEn: z.string() })
    .nullable(),
});
export type PlannedSlot = z.infer<typeof PlannedSlot>;

export const PlannedDay = SlotDay.omit({ slots: true }).extend({
  slots: z.array(PlannedSlot),
  staffedWindows: z.number().int(),
  /** Bookings at times that are no slot any more. */
  stranded: z.number().int(),
  dayOverride: z
    .object({ places: z.number().int(), reasonZh: z.string(), reasonEn: z.string() })
    .nullable(),
});
export type PlannedDay = z.infer<typeof PlannedDay>;

/** Another number of places for a slot, or for every slot of a day; 0 closes it. */
export const OverrideInput = z.object({
  day: Day,
  from: TimeOfDay.nullable(),
  /** Null: by the rule again. */
  places: z.number().int().min(0).max(500).nullable(),
  reasonZh: z.string().trim().max(200),
  reasonEn: z.string().trim().max(200),
});
export type OverrideInput = z.infer<typeof OverrideInput>;

/** A day, or one slot of it, on which nobody can be received after all. */
export const DayCancellation = z.object({
  day: Day,
  from: TimeOfDay.nullable(),
  /** Sent to everybody who is booked. */
  reason: z.string().trim().min(2).max(200),
});
export type DayCancellation = z.infer<typeof DayCancellation>;

export const groupRoutes = {
  listPublicGroups: route({
    name: 'appointments.listPublicGroups',
    method: 'GET',
    path: `${PUBLIC}/groups`,
    summary: 'What can be booked, at every place or for one matter',
    admission: 'public',
    query: z.object({ siteId: Id.optional(), matterId: Id.optional() }),
    response: z.object({ items: z.array(PublicGroup) }),
  }),
  listSlots: route({
    name: 'appointments.listSlots',
    method: 'GET',
    path: `${PUBLIC}/groups/:id/slots`,
    summary: 'Days and times of a group with the places that are left',
    admission: 'public',
    params: IdParams,
    response: z.object({ group: PublicGroup, days: z.array(SlotDay) }),
  }),
  listGroups: route({
    name: 'appointments.listGroups',
    method: 'GET',
    path: `${BASE}/groups`,
    summary: 'Every group that the reader may see, with its rule',
    admission: permissions.view,
    response: z.object({ items: z.array(Group) }),
  }),
  createGroup: route({
    name: 'appointments.createGroup',
    method: 'POST',
    path: `${BASE}/groups`,
    summary: 'Open a group for booking',
    admission: permissions.manage,
    body: GroupInput,
    response: Group,
    status: 201,
    idempotency: 'required',
    problems: [problems.unknownReference],
  }),
  changeGroup: route({
    name: 'appointments.changeGroup',
    method: 'PUT',
    path: `${BASE}/groups/:id`,
    summary: 'Change a group and its rule; what is booked stays',
    admission: permissions.manage,
    params: IdParams,
    body: GroupInput.extend({ version: z.number().int().min(1) }),
    response: Group,
    idempotency: 'optional',
    problems: [problems.unknownReference, problems.slotsInUse],
  }),
  planSlots: route({
    name: 'appointments.planSlots',
    method: 'GET',
    path: `${BASE}/groups/:id/plan`,
    summary: 'The calendar of slots: rule, own numbers, bookings, staffed windows',
    admission: permissions.view,
    params: IdParams,
    query: z.object({
      from: Day.optional(),
      days: z.coerce.number().int().min(1).max(31).default(7),
    }),
    response: z.object({ days: z.array(PlannedDay) }),
  }),
  setPlaces: route({
    name: 'appointments.setPlaces',
    method: 'PUT',
    path: `${BASE}/groups/:id/places`,
    summary: 'Set the places of a slot or a day apart from the rule, or give it back to the rule',
    admission: permissions.manage,
    params: IdParams,
    body: OverrideInput,
    response: Done,
    idempotency: 'optional',
    problems: [problems.dayPassed],
  }),
  cancelDay: route({
    name: 'appointments.cancelDay',
    method: 'POST',
    path: `${BASE}/groups/:id/day-cancellation`,
    summary: 'Close a day or a slot, cancel what is booked there and tell everybody why',
    admission: permissions.manage,
    params: IdParams,
    body: DayCancellation,
    response: z.object({ cancelled: z.number().int() }),
    idempotency: 'optional',
    problems: [problems.dayPassed],
  }),
  getSettings: route({
    name: 'appointments.getSettings',
    method: 'GET',
    path: `${PUBLIC}/settings`,
    summary: 'The rules of appointments, for everybody to read',
    admission: 'public',
    response: Settings,
  }),
  changeSettings: route({
    name: 'appointments.changeSettings',
    method: 'PUT',
    path: `${BASE}/settings`,
    summary: 'Change the rules of appointments',
    admission: permissions.manageSettings,
    body: Settings,
    response: Settings,
    idempotency: 'optional',
  }),
} as const;
