import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { BASE, PersonRef, Version } from './shapes.ts';

export const Stationing = z.object({
  id: Id,
  windowId: Id,
  /** `site-code/number`. */
  windowKey: z.string(),
  windowNumber: z.number().int(),
  siteId: Id,
  a: PersonRef,
  b: PersonRef.nullable(),
  validFrom: Day,
  validTo: Day.nullable(),
  version: z.number().int(),
});
export type Stationing = z.infer<typeof Stationing>;

/**
 * Who stands at a window on a day: its A post, B standing in because A is away, nobody because both are away,
 * or nobody because nobody is stationed there.
 */
export const Standing = z.enum(['a', 'b', 'uncovered', 'unstaffed']);
export type Standing = z.infer<typeof Standing>;

export const WindowStanding = z.object({
  windowId: Id,
  windowKey: z.string(),
  windowNumber: z.number().int(),
  windowNameZh: z.string(),
  windowNameEn: z.string(),
  zoneId: Id,
  standing: Standing,
  /** Who stands there; null for nobody. */
  person: PersonRef.nullable(),
  stationing: Stationing.nullable(),
  isAAway: z.boolean(),
  isBAway: z.boolean(),
  /** Numbers of the other windows at which B stands that day, when B stands in here. */
  alsoAt: z.array(z.number().int()),
});
export type WindowStanding = z.infer<typeof WindowStanding>;

export const StationingInput = z
  .object({
    windowId: Id,
    personAId: Id,
    personBId: Id.nullable(),
    validFrom: Day,
    validTo: Day.nullable(),
    /** Ends the open arrangement of the window on the day before, instead of refusing. */
    endsPrevious: z.boolean().default(false),
  })
  .refine((one) => one.personAId !== one.personBId, {
    path: ['personBId'],
    message: 'A角与B角不能是同一人｜Post A and post B are two different people',
  })
  .refine((one) => one.validTo === null || one.validFrom <= one.validTo, {
    path: ['validTo'],
    message: '结束日期不能早于开始日期｜It cannot end before it begins',
  });
export type StationingInput = z.infer<typeof StationingInput>;

const ROOT = `${BASE}/stationing`;

export const ListStationingQuery = z.object({
  windowId: Id.optional(),
  personId: Id.optional(),
  day: Day.optional(),
});
export type ListStationingQuery = z.infer<typeof ListStationingQuery>;

export const stationingRoutes = {
  listStationing: route({
    name: 'staff.listStationing',
    method: 'GET',
    path: ROOT,
    summary: 'Arrangements of a window or of a person with their history, or all of a day',
    admission: permissions.view,
    query: ListStationingQuery,
    response: z.object({ items: z.array(Stationing) }),
  }),
  showBoard: route({
    name: 'staff.showBoard',
    method: 'GET',
    path: `${ROOT}/board`,
    summary: 'Every window of a site on a day: A, B, and who stands there',
    admission: permissions.view,
    query: z.object({ siteId: Id, day: Day.optional() }),
    response: z.object({ day: Day, isOpen: z.boolean(), windows: z.array(WindowStanding) }),
  }),
  whoStands: route({
    name: 'staff.whoStands',
    method: 'GET',
    path: `${BASE}/windows/:id/standing`,
    summary: 'Who stands at a window on a day, today unless said',
    admission: permissions.view,
    params: IdParams,
    query: z.object({ day: Day.optional() }),
    response: WindowStanding.extend({ day: Day }),
  }),
  assign: route({
    name: 'staff.assign',
    method: 'POST',
    path: ROOT,
    summary: 'Station A and B at a window for a stretch of days',
    admission: permissions.assign,
    body: StationingInput,
    response: Stationing,
    status: 201,
    idempotency: 'required',
    problems: [
      problems.unknownPlace,
      problems.alreadyStationed,
      problems.windowTaken,
      problems.hasLeft,
      problems.notOneself,
    ],
  }),
  endStationing: route({
    name: 'staff.endStationing',
    method: 'POST',
    path: `${ROOT}/:id/end`,
    summary: 'End an arrangement on a day, that day included',
    admission: permissions.assign,
    params: IdParams,
    body: z.object({ lastDay: Day, ...Version.shape }),
    response: Stationing,
    idempotency: 'optional',
    problems: [problems.endsBeforeStart],
  }),
} as const;
