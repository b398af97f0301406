import { z } from 'zod';

import { Day, Id, Instant, PageQuery } from '#kernel/http/shapes.ts';

export const BASE = '/api/v1/organisation';

/** A short code that people type and print: letters, digits and dashes. */
export const Code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/);
export const NameZh = z.string().trim().min(1).max(100);
export const NameEn = z.string().trim().min(1).max(200);
export const Phone = z.string().trim().max(40);
export const Order = z.number().int().min(0).max(9999).default(0);
/** On a floor plan of 100 by 60. */
export const Metres = z.number().min(0).max(9999).multipleOf(0.01);

/** Refuses a change made on an old version of the record. */
export const Version = z.object({ version: z.number().int().min(1) });

export const SiteKind = z.enum(['district-hall', 'town', 'park', 'far-kiosk']);
export type SiteKind = z.infer<typeof SiteKind>;

export const ZoneKind = z.enum([
  'service',
  'waiting',
  'self-service',
  'back-office',
  'office',
  'equipment',
]);
export type ZoneKind = z.infer<typeof ZoneKind>;

/** 行政机关, 事业单位, 公共服务企业, 条线 (managed from above the district). */
export const DepartmentKind = z.enum(['government', 'institution', 'utility', 'vertical']);
export type DepartmentKind = z.infer<typeof DepartmentKind>;

/** 综合, 专业, 出件, 咨询, 办不成事, 跨省通办, 帮办. */
export const WindowKind = z.enum([
  'comprehensive',
  'specialist',
  'issue',
  'consultation',
  'unresolved',
  'cross-province',
  'assisted',
]);
export type WindowKind = z.infer<typeof WindowKind>;

/** Handbook §4.3: a paused window may not call; an offline one has nobody signed in. */
export const WindowState = z.enum(['offline', 'open', 'paused', 'closed']);
export type WindowState = z.infer<typeof WindowState>;

export const DayKind = z.enum(['closed', 'open']);
export type DayKind = z.infer<typeof DayKind>;

/** What happened to a record. */
export const Act = z.enum(['created', 'changed', 'closed', 'reopened']);
export type Act = z.infer<typeof Act>;

/** What every record of the organisation shows beside what is typed. */
export const RecordState = z.object({
  id: Id,
  closedOn: Day.nullable(),
  closedReason: z.string(),
  version: z.number().int(),
  updatedAt: Instant,
});

/** What is typed to close a record; today or earlier. */
export const Closure = z
  .object({ closedOn: Day, reason: z.string().trim().min(1).max(200) })
  .extend(Version.shape);
export type Closure = z.infer<typeof Closure>;

/** A page of records, without those that are closed unless they are asked for. */
export const RecordQuery = PageQuery.extend({ includeClosed: z.stringbool().default(false) });
