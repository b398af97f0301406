import { permissions as audit } from '#kernel/audit/contract.ts';
import { permissions as backup } from '#kernel/backup/contract.ts';
import { permissions as events } from '#kernel/events/contract-admin.ts';
import { permissions as jobs } from '#kernel/jobs/contract-admin.ts';

import { definePages } from '../../../kit/pages.ts';
import { accessPages } from './access/pages.ts';
import { calendarPages } from './calendar/pages.ts';
import { filePages } from './files/pages.ts';
import { importPages } from './imports/pages.ts';
import { notifyPages } from './notify/pages.ts';

/** The pages of the kernel's parts. */
export const kernelPages = definePages([
  ...accessPages,
  ...importPages,
  ...notifyPages,
  ...filePages,
  ...calendarPages,
  {
    surface: 'console',
    path: '/security/audit',
    title: { 'zh-CN': '审计日志', en: 'Audit log' },
    hint: { 'zh-CN': '谁在何时做了什么、查看了什么', en: 'Who did and looked at what, and when' },
    group: 'security',
    icon: 'audit',
    order: 60,
    permission: audit.search,
    load: () => import('./audit/AuditPage.tsx').then((file) => file.AuditPage),
  },
  {
    surface: 'console',
    path: '/system/jobs',
    title: { 'zh-CN': '后台任务', en: 'Background jobs' },
    hint: { 'zh-CN': '排队、失败和定时的工作', en: 'Queued, failed and scheduled work' },
    group: 'system',
    icon: 'job',
    order: 10,
    permission: jobs.view,
    load: () => import('./work/JobsPage.tsx').then((file) => file.JobsPage),
  },
  {
    surface: 'console',
    path: '/system/events',
    title: { 'zh-CN': '事件投递', en: 'Delivery of events' },
    hint: { 'zh-CN': '模块之间的通知是否都已处理', en: 'Whether modules heard each other' },
    group: 'system',
    icon: 'event',
    order: 20,
    permission: events.view,
    load: () => import('./work/EventsPage.tsx').then((file) => file.EventsPage),
  },
  {
    surface: 'console',
    path: '/system/backups',
    title: { 'zh-CN': '备份', en: 'Backups' },
    hint: { 'zh-CN': '备份与恢复演练的结果', en: 'Backups, restored and compared' },
    group: 'system',
    icon: 'tool',
    order: 50,
    permission: backup.view,
    load: () => import('./backup/BackupsPage.tsx').then((file) => file.BackupsPage),
  },
]);
