import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { BASE, PersonRef, Shift } from './shapes.ts';

export const RosterEntry = z.object({
  id: Id,
  day: Day,
  personId: Id,
  shiftCode: z.string(),
  siteId: Id,
  zoneId: Id.nullable(),
  windowId: Id.nullable(),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

export const RosterConflictKind = z.enum(['two-shifts', 'on-leave', 'closed-day', 'has-left']);
export type RosterConflictKind = z.infer<typeof RosterConflictKind>;

const Sentence = z.object({ 'zh-CN': z.string(), en: z.string() });

export const RosterConflict = z.object({
  kind: RosterConflictKind,
  day: Day,
  personId: Id,
  shiftCode: z.string(),
  /** What is wrong, in a sentence with the person's name. */
  sentence: Sentence,
});
export type RosterConflict = z.infer<typeof RosterConflict>;

/** One cell of the grid: the shift of a person on a day; null clears it. */
export const RosterCell = z.object({
  day: Day,
  personId: Id,
  shiftCode: z.string().max(64).nullable(),
  zoneId: Id.nullable(),
  windowId: Id.nullable(),
});
export type RosterCell = z.infer<typeof RosterCell>;

export const RosterInput = z.object({
  siteId: Id,
  cells: z.array(RosterCell).min(1).max(1000),
});
export type RosterInput = z.infer<typeof RosterInput>;

/** Somebody as the grid shows them: with the place where they usually are. */
export const RosterPerson = PersonRef.extend({
  postNameZh: z.string(),
  postNameEn: z.string(),
  windowId: Id.nullable(),
  windowNumber: z.number().int().nullable(),
  /** Days of the week on which the person is away. */
  awayOn: z.array(Day),
});
export type RosterPerson = z.infer<typeof RosterPerson>;

export const RosterDay = z.object({
  day: Day,
  isOpen: z.boolean(),
  reasonZh: z.string(),
  reasonEn: z.string(),
});

export const RosterWeek = z.object({
  siteId: Id,
  monday: Day,
  days: z.array(RosterDay),
  shifts: z.array(Shift),
  people: z.array(RosterPerson),
  entries: z.array(RosterEntry),
  conflicts: z.array(RosterConflict),
});
export type RosterWeek = z.infer<typeof RosterWeek>;

export const OwnShift = z.object({
  day: Day,
  shift: Shift,
  siteNameZh: z.string(),
  siteNameEn: z.string(),
  zoneNameZh: z.string(),
  zoneNameEn: z.string(),
  windowNumber: z.number().int().nullable(),
});
export type OwnShift = z.infer<typeof OwnShift>;

const ROOT = `${BASE}/roster`;

export const rosterRoutes = {
  listShifts: route({
    name: 'staff.listShifts',
    method: 'GET',
    path: `${BASE}/shifts`,
    summary: 'Shifts with their hours',
    admission: permissions.view,
    response: z.object({ items: z.array(Shift) }),
  }),
  showRoster: route({
    name: 'staff.showRoster',
    method: 'GET',
    path: ROOT,
    summary: 'A site’s roster of one week: people, shifts, absences and conflicts',
    admission: permissions.view,
    query: z.object({ siteId: Id, day: Day.optional() }),
    response: RosterWeek,
  }),
  saveRoster: route({
    name: 'staff.saveRoster',
    method: 'PUT',
    path: ROOT,
    summary: 'Write cells of the roster: all, or none when one conflicts',
    admission: permissions.roster,
    body: RosterInput,
    response: RosterWeek,
    idempotency: 'optional',
    problems: [problems.rosterConflicts, problems.unknownShift, problems.unknownPlace],
  }),
  copyWeek: route({
    name: 'staff.copyWeek',
    method: 'POST',
    path: `${ROOT}/copies`,
    summary: 'Plan a week like another one; what would conflict is left out and named',
    admission: permissions.roster,
    body: z.object({ siteId: Id, from: Day, to: Day }),
    response: z.object({
      week: RosterWeek,
      copied: z.number().int(),
      left: z.array(RosterConflict),
    }),
    status: 201,
    idempotency: 'optional',
  }),
  getPersonRoster: route({
    name: 'staff.getPersonRoster',
    method: 'GET',
    path: `${BASE}/people/:id/roster`,
    summary: 'The shifts of somebody, two weeks from the Monday of a day',
    admission: permissions.view,
    params: IdParams,
    query: z.object({ day: Day.optional() }),
    response: z.object({ from: Day, to: Day, items: z.array(OwnShift) }),
  }),
  getOwnRoster: route({
    name: 'staff.getOwnRoster',
    method: 'GET',
    path: '/api/v1/me/roster',
    summary: 'One’s own shifts of two weeks from the Monday of a day',
    admission: permissions.viewOwn,
    query: z.object({ day: Day.optional() }),
    response: z.object({ from: Day, to: Day, items: z.array(OwnShift) }),
    problems: [problems.notOnStaff],
  }),
} as const;
