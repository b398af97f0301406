import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { BASE, LeaveKind, LeaveStatus, PersonRef, Version } from './shapes.ts';
import { Standing } from './stationing.ts';

export const Leave = z.object({
  id: Id,
  person: PersonRef,
  kind: LeaveKind,
  startsOn: Day,
  endsOn: Day,
  status: LeaveStatus,
  reason: z.string(),
  requestedAt: Instant,
  decidedByName: z.string(),
  decidedAt: Instant.nullable(),
  decisionNote: z.string(),
  version: z.number().int(),
});
export type Leave = z.infer<typeof Leave>;

export const LeaveInput = z
  .object({
    kind: LeaveKind,
    startsOn: Day,
    endsOn: Day,
    reason: z.string().trim().max(200),
  })
  .refine((leave) => leave.startsOn <= leave.endsOn, {
    path: ['endsOn'],
    message: '结束日期不能早于开始日期｜It cannot end before it begins',
  });
export type LeaveInput = z.infer<typeof LeaveInput>;

/** What an absence does to a window on a day. */
export const WindowGap = z.object({
  day: Day,
  windowId: Id,
  windowNumber: z.number().int(),
  standing: Standing,
  coveredBy: PersonRef.nullable(),
});
export type WindowGap = z.infer<typeof WindowGap>;

/** What a leave means for windows and roster. */
export const LeaveEffects = z.object({
  windows: z.array(WindowGap),
  /** Shifts of the person that are planned in the time. */
  shifts: z.array(z.object({ day: Day, shiftCode: z.string() })),
});
export type LeaveEffects = z.infer<typeof LeaveEffects>;

export const DecidedLeave = Leave.extend({ effects: LeaveEffects });
export type DecidedLeave = z.infer<typeof DecidedLeave>;

const ROOT = `${BASE}/leave`;
const OWN = '/api/v1/me/leave';

export const ListLeaveQuery = PageQuery.extend({
  status: LeaveStatus.optional(),
  personId: Id.optional(),
});
export type ListLeaveQuery = z.infer<typeof ListLeaveQuery>;

export const leaveRoutes = {
  listLeave: route({
    name: 'staff.listLeave',
    method: 'GET',
    path: ROOT,
    summary: 'Requests for leave, the latest to begin first',
    admission: permissions.approveLeave,
    query: ListLeaveQuery,
    response: pageOf(Leave),
  }),
  getLeave: route({
    name: 'staff.getLeave',
    method: 'GET',
    path: `${ROOT}/:id`,
    summary: 'One leave, and what it means for windows and roster',
    admission: permissions.approveLeave,
    params: IdParams,
    response: DecidedLeave,
  }),
  approveLeave: route({
    name: 'staff.approveLeave',
    method: 'POST',
    path: `${ROOT}/:id/approval`,
    summary: 'Approve; shifts in the time are taken off the roster, uncovered windows are told',
    admission: permissions.approveLeave,
    params: IdParams,
    body: z.object({ note: z.string().trim().max(200).default(''), ...Version.shape }),
    response: DecidedLeave,
    idempotency: 'optional',
    problems: [problems.notOneself, problems.leaveDecided],
  }),
  refuseLeave: route({
    name: 'staff.refuseLeave',
    method: 'POST',
    path: `${ROOT}/:id/refusal`,
    summary: 'Refuse, with the reason that the person reads',
    admission: permissions.approveLeave,
    params: IdParams,
    body: z.object({ note: z.string().trim().min(1).max(200), ...Version.shape }),
    response: DecidedLeave,
    idempotency: 'optional',
    problems: [problems.notOneself, problems.leaveDecided],
  }),
  listOwnLeave: route({
    name: 'staff.listOwnLeave',
    method: 'GET',
    path: OWN,
    summary: 'One’s own leave, the latest to begin first',
    admission: permissions.viewOwn,
    response: z.object({ items: z.array(Leave) }),
    problems: [problems.notOnStaff],
  }),
  requestLeave: route({
    name: 'staff.requestLeave',
    method: 'POST',
    path: OWN,
    summary: 'Ask for leave',
    admission: permissions.requestLeave,
    body: LeaveInput,
    response: DecidedLeave,
    status: 201,
    idempotency: 'required',
    problems: [problems.notOnStaff, problems.leaveOverlaps],
  }),
  cancelLeave: route({
    name: 'staff.cancelLeave',
    method: 'POST',
    path: `${OWN}/:id/cancellation`,
    summary: 'Take back a leave that has not begun, or a request that nobody has decided',
    admission: permissions.requestLeave,
    params: IdParams,
    body: Version,
    response: Leave,
    idempotency: 'optional',
    problems: [problems.notOnStaff, problems.leaveDecided],
  }),
} as const;
