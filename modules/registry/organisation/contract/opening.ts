import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Done, Id, IdParams, Instant, TimeOfDay } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { BASE, DayKind, NameEn, NameZh, Version } from './shapes.ts';

/** 1 Monday to 7 Sunday. */
export const Weekday = z.number().int().min(1).max(7);
const EndOfStretch = z.union([TimeOfDay, z.literal('24:00')]);

export const Stretch = z
  .object({
    weekday: Weekday,
    opens: TimeOfDay,
    closes: EndOfStretch,
    /** Holds on closed days too: a 24-hour self-service area. */
    onClosedDays: z.boolean().default(false),
  })
  .refine((stretch) => stretch.opens < stretch.closes, {
    path: ['closes'],
    message: '结束时间应晚于开始时间｜The end must be later than the start',
  });
export type Stretch = z.infer<typeof Stretch>;

/** A stretch as recorded, with the days on which it holds. */
export const HoursRow = z.object({
  id: Id,
  weekday: Weekday,
  opens: z.string(),
  closes: z.string(),
  onClosedDays: z.boolean(),
  validFrom: Day,
  validTo: Day.nullable(),
});
export type HoursRow = z.infer<typeof HoursRow>;

/** The hours of a site, or of one of its zones, with their history. */
export const PlaceHours = z.object({
  siteId: Id,
  zoneId: Id.nullable(),
  rows: z.array(HoursRow),
  /** Changes with every change; given back when saving, so that nobody's work is overwritten unseen. */
  tag: z.string(),
});
export type PlaceHours = z.infer<typeof PlaceHours>;

/** A week that holds from a day on, until the next change that is already recorded. */
export const WeekInput = z.object({
  zoneId: Id.nullable(),
  validFrom: Day,
  stretches: z.array(Stretch).max(100),
});
export type WeekInput = z.infer<typeof WeekInput>;

const Interval = z.object({ from: z.string(), to: z.string() });
const Words = z.object({ 'zh-CN': z.string(), en: z.string() });

/** One day: when it is open, and why when it differs from its weekday. */
export const OpeningDay = z.object({
  day: Day,
  weekday: Weekday,
  intervals: z.array(Interval),
  reason: Words.nullable(),
});
export type OpeningDay = z.infer<typeof OpeningDay>;

/** `until` and `nextOpening` are null when there is none within 400 days: `isOpen` then means around the clock. */
export const OpeningState = z.object({
  isOpen: z.boolean(),
  until: Instant.nullable(),
  nextOpening: Instant.nullable(),
});
export type OpeningState = z.infer<typeof OpeningState>;

export const ClosedDayInput = z
  .object({
    siteId: Id.nullable(),
    day: Day,
    kind: DayKind,
    nameZh: NameZh,
    nameEn: NameEn,
    /** Whose hours hold on a day made open. */
    likeWeekday: Weekday.nullable(),
    source: z.string().trim().max(200),
  })
  .refine((day) => (day.kind === 'open') === (day.likeWeekday !== null), {
    path: ['likeWeekday'],
    message:
      '调休开放的日子要选按星期几的时间，闭厅的日子不选｜Choose a weekday for a day made open, and only for that',
  });
export type ClosedDayInput = z.infer<typeof ClosedDayInput>;

export const ClosedDay = z.object({
  ...ClosedDayInput.shape,
  id: Id,
  version: z.number().int(),
  updatedAt: Instant,
});
export type ClosedDay = z.infer<typeof ClosedDay>;

export const ListClosedDaysQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  siteId: Id.optional(),
});
export type ListClosedDaysQuery = z.infer<typeof ListClosedDaysQuery>;

export const openingRoutes = {
  listOpeningHours: route({
    name: 'organisation.listOpeningHours',
    method: 'GET',
    path: `${BASE}/sites/:id/opening-hours`,
    summary: 'Weekly hours of a site and of its zones with hours of their own, past and future',
    admission: permissions.view,
    params: IdParams,
    response: z.object({
      places: z.array(PlaceHours),
      /** The tag of a place that has no hours yet. */
      emptyTag: z.string(),
    }),
  }),
  setOpeningHours: route({
    name: 'organisation.setOpeningHours',
    method: 'PUT',
    path: `${BASE}/sites/:id/opening-hours`,
    summary: 'Set the week of a site or zone from a day on; what held before stays as history',
    admission: permissions.manage,
    params: IdParams,
    body: WeekInput.extend({ tag: z.string().max(80) }),
    response: PlaceHours,
    idempotency: 'optional',
    problems: [
      problems.hoursInPast,
      problems.hoursOverlap,
      problems.hoursMoved,
      problems.zoneElsewhere,
    ],
  }),
  previewOpening: route({
    name: 'organisation.previewOpening',
    method: 'POST',
    path: `${BASE}/sites/:id/opening-preview`,
    summary:
      'The coming days of a site or zone, with a week that is not saved yet when one is given',
    admission: permissions.view,
    params: IdParams,
    body: z.object({
      zoneId: Id.nullable().default(null),
      from: Day.optional(),
      days: z.number().int().min(1).max(60).default(14),
      draft: WeekInput.omit({ zoneId: true }).optional(),
    }),
    response: z.object({ days: z.array(OpeningDay) }),
  }),
  listClosedDays: route({
    name: 'organisation.listClosedDays',
    method: 'GET',
    path: `${BASE}/closed-days`,
    summary:
      'Days of a year that differ from the weekly hours; of one site with those of all sites',
    admission: permissions.view,
    query: ListClosedDaysQuery,
    response: z.object({ items: z.array(ClosedDay) }),
  }),
  createClosedDay: route({
    name: 'organisation.createClosedDay',
    method: 'POST',
    path: `${BASE}/closed-days`,
    summary: 'Close a day, or make one open',
    admission: permissions.manage,
    body: ClosedDayInput,
    response: ClosedDay,
    status: 201,
    idempotency: 'required',
    problems: [problems.dayTaken, problems.dayPassed, problems.unknownReference],
  }),
  changeClosedDay: route({
    name: 'organisation.changeClosedDay',
    method: 'PUT',
    path: `${BASE}/closed-days/:id`,
    summary: 'Change a day that is still to come',
    admission: permissions.manage,
    params: IdParams,
    body: ClosedDayInput.safeExtend(Version.shape),
    response: ClosedDay,
    idempotency: 'optional',
    problems: [problems.dayTaken, problems.dayPassed, problems.unknownReference],
  }),
  removeClosedDay: route({
    name: 'organisation.removeClosedDay',
    method: 'DELETE',
    path: `${BASE}/closed-days/:id`,
    summary: 'Take back a day that is still to come',
    admission: permissions.manage,
    params: IdParams,
    query: z.object({ version: z.coerce.number().int().min(1) }),
    response: Done,
    problems: [problems.dayPassed],
  }),
} as const;
