import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Day, Id } from '#kernel/http/shapes.ts';
import type { Words } from '#kernel/problems/contract.ts';

import { Act, Code, WindowState } from './shapes.ts';

/** Everybody who shows the organisation follows this topic; one who shows one site only `organisation/<site>`. */
export const LIVE = 'organisation';

/** A record of the organisation changed; `siteId` where it belongs to one, `code` as people write it. */
function registerEvent(kind: 'office' | 'department' | 'zone' | 'window', title: Words) {
  return event({
    name: `organisation.${kind}-changed`,
    version: 1,
    title,
    payload: z.object({ id: Id, siteId: Id.nullable(), code: z.string(), act: Act }),
    live: () => LIVE,
  });
}

export const events = {
  siteChanged: event({
    name: 'organisation.site-changed',
    version: 1,
    title: { 'zh-CN': '服务点变更', en: 'Site changed' },
    payload: z.object({ siteId: Id, code: Code, act: Act }),
    live: () => LIVE,
  }),
  officeChanged: registerEvent('office', { 'zh-CN': '科室变更', en: 'Office changed' }),
  departmentChanged: registerEvent('department', {
    'zh-CN': '进驻部门变更',
    en: 'Department changed',
  }),
  zoneChanged: registerEvent('zone', { 'zh-CN': '分区变更', en: 'Zone changed' }),
  windowChanged: registerEvent('window', { 'zh-CN': '窗口变更', en: 'Window changed' }),
  windowStateChanged: event({
    name: 'organisation.window-state-changed',
    version: 1,
    title: { 'zh-CN': '窗口状态变化', en: 'State of a window changed' },
    payload: z.object({
      windowId: Id,
      siteId: Id,
      zoneId: Id,
      number: z.number().int(),
      from: WindowState,
      to: WindowState,
      reason: z.string(),
    }),
    live: ({ siteId }) => [LIVE, `${LIVE}/${siteId}`],
    liveFields: ['windowId', 'siteId', 'to'],
  }),
  openingHoursChanged: event({
    name: 'organisation.opening-hours-changed',
    version: 1,
    title: { 'zh-CN': '开放时间变更', en: 'Opening hours changed' },
    payload: z.object({ siteId: Id, zoneId: Id.nullable() }),
    live: () => LIVE,
  }),
  closedDayChanged: event({
    name: 'organisation.closed-day-changed',
    version: 1,
    title: { 'zh-CN': '闭厅日变更', en: 'Closed day changed' },
    payload: z.object({
      dayId: Id,
      siteId: Id.nullable(),
      day: Day,
      act: z.enum(['created', 'changed', 'removed']),
    }),
    live: () => LIVE,
  }),
} as const;
