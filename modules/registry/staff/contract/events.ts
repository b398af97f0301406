import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Day, Id } from '#kernel/http/shapes.ts';

import { LeaveStatus } from './shapes.ts';

const board = () => 'staff';
/** Whom an event is about: by number, never by name. */
const About = z.object({ personId: Id, employeeNo: z.string() });

export const events = {
  personChanged: event({
    name: 'staff.person-changed',
    version: 1,
    title: { 'zh-CN': '人员档案变更', en: 'Person changed' },
    payload: About.extend({ act: z.enum(['joined', 'changed', 'photo']) }),
    live: board,
  }),
  personLeft: event({
    name: 'staff.person-left',
    version: 1,
    title: { 'zh-CN': '人员离岗', en: 'Person left' },
    payload: About.extend({ leftOn: Day }),
    live: board,
  }),
  contactRevealed: event({
    name: 'staff.contact-revealed',
    version: 1,
    title: { 'zh-CN': '查看联系方式原文', en: 'Contact seen in full' },
    payload: About.extend({ field: z.enum(['mobile', 'email']), reason: z.string() }),
  }),
  badgePrinted: event({
    name: 'staff.badge-printed',
    version: 1,
    title: { 'zh-CN': '打印工牌', en: 'Badge printed' },
    payload: About,
  }),
  stationingChanged: event({
    name: 'staff.stationing-changed',
    version: 1,
    title: { 'zh-CN': '窗口派驻变更', en: 'Stationing changed' },
    payload: z.object({
      stationingId: Id,
      windowId: Id,
      personAId: Id,
      personBId: Id.nullable(),
      validFrom: Day,
      validTo: Day.nullable(),
      act: z.enum(['assigned', 'changed', 'ended']),
    }),
    live: board,
  }),
  rosterChanged: event({
    name: 'staff.roster-changed',
    version: 1,
    title: { 'zh-CN': '排班变更', en: 'Roster changed' },
    payload: z.object({
      siteId: Id,
      from: Day,
      to: Day,
      entries: z.number().int(),
      act: z.enum(['imported', 'changed', 'copied']),
    }),
    live: board,
  }),
  leaveChanged: event({
    name: 'staff.leave-changed',
    version: 1,
    title: { 'zh-CN': '请假状态变更', en: 'Leave changed' },
    payload: About.extend({
      leaveId: Id,
      // The kind of a leave can tell of somebody's health; only whether it is settled is told.
      status: LeaveStatus,
      startsOn: Day,
      endsOn: Day,
    }),
    live: board,
  }),
  windowUncovered: event({
    name: 'staff.window-uncovered',
    version: 1,
    title: { 'zh-CN': '窗口无人顶岗', en: 'Nobody covers a window' },
    payload: z.object({ windowId: Id, day: Day, leaveId: Id }),
    live: board,
  }),
  registerChanged: event({
    name: 'staff.register-changed',
    version: 1,
    title: { 'zh-CN': '岗位与班次变更', en: 'Posts or shifts changed' },
    payload: z.object({ register: z.enum(['posts', 'shifts']), codes: z.array(z.string()) }),
    live: board,
  }),
  settingsChanged: event({
    name: 'staff.settings-changed',
    version: 1,
    title: { 'zh-CN': '人员设置变更', en: 'Settings of staff changed' },
    payload: z.object({ contractQuota: z.number().int().nullable(), quotaRule: z.string() }),
  }),
} as const;
