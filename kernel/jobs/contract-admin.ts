import { z } from 'zod';

import { permission } from '../access/contract-permission.ts';
import { route } from '../http/contract.ts';
import { Done, Id, IdParams, Instant, pageOf } from '../http/shapes.ts';
import { problem } from '../problems/contract.ts';

export const permissions = {
  view: permission('jobs.view', { 'zh-CN': '查看后台任务', en: 'See background jobs' }),
  manage: permission('jobs.manage', {
    'zh-CN': '重试或取消后台任务',
    en: 'Retry or cancel background jobs',
  }),
} as const;

export const problems = {
  running: problem('jobs/running', 409, {
    'zh-CN': '任务正在运行，请等它结束后再操作。',
    en: 'The job is running; wait until it has ended.',
  }),
} as const;

/** Words in both languages, or null for a job that this version of the program does not know. */
const Title = z.object({ 'zh-CN': z.string(), en: z.string() }).nullable();

export const JobItem = z.object({
  id: Id,
  name: z.string(),
  title: Title,
  state: z.enum(['waiting', 'running', 'retrying']),
  key: z.string().nullable(),
  dueAt: Instant,
  /** When it runs next; for a running job the end of its lease. */
  runAt: Instant,
  attempts: z.number().int(),
  error: z.string().nullable(),
});
export type JobItem = z.infer<typeof JobItem>;

export const DeadJob = z.object({
  id: Id,
  name: z.string(),
  title: Title,
  key: z.string().nullable(),
  dueAt: Instant,
  diedAt: Instant,
  attempts: z.number().int(),
  error: z.string(),
});
export type DeadJob = z.infer<typeof DeadJob>;

export const DeadJobWithPayload = DeadJob.extend({ payload: z.unknown() });
export type DeadJobWithPayload = z.infer<typeof DeadJobWithPayload>;

export const ScheduleItem = z.object({
  name: z.string(),
  title: Title,
  spec: z.string(),
  nextDueAt: Instant,
  lastDueAt: Instant.nullable(),
});
export type ScheduleItem = z.infer<typeof ScheduleItem>;

export const ListQuery = z.object({
  name: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** Why something is put away for good. */
export const Reason = z.object({ reason: z.string().trim().min(2).max(500) });

export const routes = {
  list: route({
    name: 'jobs.list',
    method: 'GET',
    path: '/api/v1/jobs',
    summary: 'Jobs that wait, run or are tried again, the next first',
    admission: permissions.view,
    query: ListQuery,
    response: pageOf(JobItem),
  }),
  cancel: route({
    name: 'jobs.cancel',
    method: 'POST',
    path: '/api/v1/jobs/:id/cancellation',
    summary: 'Take a waiting job out of the queue, with a reason',
    admission: permissions.manage,
    params: IdParams,
    body: Reason,
    response: Done,
    problems: [problems.running],
  }),
  hurry: route({
    name: 'jobs.hurry',
    method: 'POST',
    path: '/api/v1/jobs/:id/retry',
    summary: 'Run a job that waits for its next attempt at once',
    admission: permissions.manage,
    params: IdParams,
    response: Done,
    problems: [problems.running],
  }),
  listDead: route({
    name: 'jobs.listDead',
    method: 'GET',
    path: '/api/v1/jobs/dead',
    summary: 'Jobs that failed for good, the latest first',
    admission: permissions.view,
    query: ListQuery,
    response: pageOf(DeadJob),
  }),
  getDead: route({
    name: 'jobs.getDead',
    method: 'GET',
    path: '/api/v1/jobs/dead/:id',
    summary: 'One of them with its payload; the look is recorded',
    admission: permissions.manage,
    params: IdParams,
    response: DeadJobWithPayload,
  }),
  retryDead: route({
    name: 'jobs.retryDead',
    method: 'POST',
    path: '/api/v1/jobs/dead/:id/retry',
    summary: 'Put a job that failed for good back into the queue, with all its attempts',
    admission: permissions.manage,
    params: IdParams,
    response: Done,
  }),
  removeDead: route({
    name: 'jobs.removeDead',
    method: 'POST',
    path: '/api/v1/jobs/dead/:id/removal',
    summary: 'Put a job that failed for good away, with a reason',
    admission: permissions.manage,
    params: IdParams,
    body: Reason,
    response: Done,
  }),
  listSchedules: route({
    name: 'jobs.listSchedules',
    method: 'GET',
    path: '/api/v1/jobs/schedules',
    summary: 'Repeated jobs and when they are due',
    admission: permissions.view,
    response: z.object({ items: z.array(ScheduleItem) }),
  }),
  runSchedule: route({
    name: 'jobs.runSchedule',
    method: 'POST',
    path: '/api/v1/jobs/schedules/:name/run',
    summary: 'Run a repeated job now, beside its schedule',
    admission: permissions.manage,
    params: z.object({ name: z.string().max(200) }),
    response: Done,
  }),
} as const;
