import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  BASE,
  Employment,
  Person,
  PersonChange,
  PersonInput,
  PersonState,
  Post,
  Settings,
  Version,
} from './shapes.ts';

export const ListPeopleQuery = PageQuery.extend({
  officeId: Id.optional(),
  departmentId: Id.optional(),
  postCode: z.string().max(64).optional(),
  employment: Employment.optional(),
  state: PersonState.optional(),
});
export type ListPeopleQuery = z.infer<typeof ListPeopleQuery>;

/** A person as saved, and whether the centre now has more contract staff than its quota. */
export const SavedPerson = Person.extend({ isOverQuota: z.boolean() });
export type SavedPerson = z.infer<typeof SavedPerson>;

export const Departure = z.object({
  leftOn: Day,
  reason: z.string().trim().min(1).max(200),
  ...Version.shape,
});
export type Departure = z.infer<typeof Departure>;

export const ContactLook = z.object({
  field: z.enum(['mobile', 'email']),
  reason: z.string().trim().min(2).max(200),
});
export type ContactLook = z.infer<typeof ContactLook>;

const PEOPLE = `${BASE}/people`;
const refusals = [
  problems.employeeNoTaken,
  problems.unknownPost,
  problems.unknownPlace,
  problems.quotaReached,
] as const;

export const peopleRoutes = {
  listPosts: route({
    name: 'staff.listPosts',
    method: 'GET',
    path: `${BASE}/posts`,
    summary: 'Posts, in their order',
    admission: permissions.view,
    response: z.object({ items: z.array(Post) }),
  }),
  listPeople: route({
    name: 'staff.listPeople',
    method: 'GET',
    path: PEOPLE,
    summary: 'The register of staff; found by name, pinyin, its initials and employee number',
    admission: permissions.view,
    query: ListPeopleQuery,
    response: pageOf(Person),
  }),
  getPerson: route({
    name: 'staff.getPerson',
    method: 'GET',
    path: `${PEOPLE}/:id`,
    summary: 'One person, contacts masked',
    admission: permissions.view,
    params: IdParams,
    response: Person,
  }),
  createPerson: route({
    name: 'staff.createPerson',
    method: 'POST',
    path: PEOPLE,
    summary: 'Add somebody, with an account unless told otherwise',
    admission: permissions.manage,
    body: PersonInput,
    response: SavedPerson,
    status: 201,
    idempotency: 'required',
    problems: refusals,
  }),
  changePerson: route({
    name: 'staff.changePerson',
    method: 'PUT',
    path: `${PEOPLE}/:id`,
    summary: 'Change what is recorded; contacts that are not sent stay as they are',
    admission: permissions.manage,
    params: IdParams,
    body: PersonChange,
    response: SavedPerson,
    idempotency: 'optional',
    problems: [...refusals, problems.hasLeft],
  }),
  recordDeparture: route({
    name: 'staff.recordDeparture',
    method: 'POST',
    path: `${PEOPLE}/:id/departure`,
    summary: 'Somebody leaves: stationing and roster end, the account is disabled',
    admission: permissions.manage,
    params: IdParams,
    body: Departure,
    response: Person,
    idempotency: 'optional',
    problems: [problems.hasLeft, problems.leavesBeforeJoining, problems.notOneself],
  }),
  revealContact: route({
    name: 'staff.revealContact',
    method: 'POST',
    path: `${PEOPLE}/:id/revelations`,
    summary: 'One contact in full; the look is audited with its reason',
    admission: permissions.reveal,
    params: IdParams,
    body: ContactLook,
    response: z.object({ value: z.string() }),
    ratePerMinute: 30,
  }),
  setPhoto: route({
    name: 'staff.setPhoto',
    method: 'PUT',
    path: `${PEOPLE}/:id/photo`,
    summary: 'Use an uploaded picture as the photo of the badge',
    admission: permissions.manage,
    params: IdParams,
    body: z.object({ fileId: Id, ...Version.shape }),
    response: Person,
    idempotency: 'optional',
    problems: [problems.hasLeft],
  }),
  printBadge: route({
    name: 'staff.printBadge',
    method: 'GET',
    path: `${PEOPLE}/:id/badge`,
    summary: 'The badge (工牌) as a PDF to print and cut',
    admission: permissions.view,
    params: IdParams,
    answers: 'bytes',
    problems: [problems.hasLeft],
  }),
  getOwnRecord: route({
    name: 'staff.getOwnRecord',
    method: 'GET',
    path: '/api/v1/me/staff-record',
    summary: 'One’s own record, contacts masked',
    admission: permissions.viewOwn,
    response: Person,
    problems: [problems.notOnStaff],
  }),
  getSettings: route({
    name: 'staff.getSettings',
    method: 'GET',
    path: `${BASE}/settings`,
    summary: 'The quota of contract staff, what it does, and how many there are',
    admission: permissions.view,
    response: Settings.extend({ contractCount: z.number().int() }),
  }),
  changeSettings: route({
    name: 'staff.changeSettings',
    method: 'PUT',
    path: `${BASE}/settings`,
    summary: 'Change the quota of contract staff',
    admission: permissions.manage,
    body: Settings,
    response: Settings,
    idempotency: 'optional',
  }),
} as const;
