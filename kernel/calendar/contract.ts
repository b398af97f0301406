import { z } from 'zod';

import { permission } from '../access/contract-permission.ts';
import { event } from '../events/contract.ts';
import { route } from '../http/contract.ts';
import { Day, Instant } from '../http/shapes.ts';
import { problem } from '../problems/contract.ts';

export const permissions = {
  manage: permission('calendar.manage', {
    'zh-CN': '维护工作日历',
    en: 'Keep the working-day calendar',
  }),
} as const;

export const problems = {
  contradiction: problem('calendar/contradiction', 422, {
    'zh-CN': '放假安排有矛盾，请按提示更正。',
    en: 'The days off contradict each other; correct those named below.',
  }),
  notOwn: problem('calendar/not-own', 409, {
    'zh-CN': '{year}年的安排随软件提供，没有可撤回的内容。',
    en: 'The days of {year} come with the software; there is nothing to withdraw.',
  }),
} as const;

const HolidayName = {
  nameZh: z.string().trim().min(1).max(40),
  nameEn: z.string().trim().min(1).max(80),
};

/** A run of days off, both ends included. */
export const HolidayDays = z.object({ ...HolidayName, from: Day, to: Day });
export type HolidayDays = z.infer<typeof HolidayDays>;

/** A Saturday or Sunday that is worked (调休上班). */
export const WorkedDay = z.object({ ...HolidayName, day: Day });
export type WorkedDay = z.infer<typeof WorkedDay>;

const Notice = {
  title: z.string().trim().min(1).max(120),
  /** 文号 */
  number: z.string().trim().min(1).max(60),
  issuedOn: Day,
  holidays: z.array(HolidayDays).min(1).max(30),
  makeUpDays: z.array(WorkedDay).max(30),
};

export const YearInput = z.object({ ...Notice, version: z.number().int().min(0) });
export type YearInput = z.infer<typeof YearInput>;

/** `shipped`: with the software; `own`: entered by the centre; `missing`: no notice yet, weekends only. */
export const YearState = z.enum(['shipped', 'own', 'missing']);
export type YearState = z.infer<typeof YearState>;

export const CalendarYearItem = z.object({
  year: z.number().int(),
  state: YearState,
  /** Due days that rely on this year may still move. */
  isProvisional: z.boolean(),
  workingDays: z.number().int(),
  title: z.string(),
  number: z.string(),
  issuedOn: Day.nullable(),
  holidays: z.array(HolidayDays),
  makeUpDays: z.array(WorkedDay),
  /** 0 where the centre entered nothing. */
  version: z.number().int(),
  changedByName: z.string().nullable(),
  changedAt: Instant.nullable(),
});
export type CalendarYearItem = z.infer<typeof CalendarYearItem>;

const YearPayload = z.object({ year: z.number().int(), number: z.string() });

export const events = {
  yearSaved: event({
    name: 'calendar.year-saved',
    version: 1,
    title: { 'zh-CN': '年度放假安排已录入', en: 'Days off of a year entered' },
    payload: YearPayload,
  }),
  yearWithdrawn: event({
    name: 'calendar.year-withdrawn',
    version: 1,
    title: { 'zh-CN': '年度放假安排已撤回', en: 'Days off of a year withdrawn' },
    payload: YearPayload.extend({ reason: z.string() }),
  }),
} as const;

const YearParams = z.object({ year: z.coerce.number().int().min(2000).max(2100) });
const base = '/api/v1/calendar/years';

export const routes = {
  listYears: route({
    name: 'calendar.listYears',
    method: 'GET',
    path: base,
    summary: 'Days off and make-up working days by year; years without a notice are provisional',
    admission: 'signed-in',
    response: z.object({ items: z.array(CalendarYearItem) }),
  }),
  saveYear: route({
    name: 'calendar.saveYear',
    method: 'PUT',
    path: `${base}/:year`,
    summary: 'Enter or correct the notice on the days off of a year',
    admission: permissions.manage,
    params: YearParams,
    body: YearInput,
    response: CalendarYearItem,
    idempotency: 'optional',
    problems: [problems.contradiction],
  }),
  withdrawYear: route({
    name: 'calendar.withdrawYear',
    method: 'POST',
    path: `${base}/:year/withdrawal`,
    summary:
      'Take back what the centre entered for a year; what ships with the software holds again',
    admission: permissions.manage,
    params: YearParams,
    body: z.object({ reason: z.string().trim().min(2).max(500) }),
    response: CalendarYearItem,
    idempotency: 'optional',
    problems: [problems.notOwn],
  }),
} as const;
