import { definePages, type PageDefinition } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

const forStaff = (surface: 'desk' | 'console'): PageDefinition[] => [
  {
    surface,
    path: '/complaints',
    title: { 'zh-CN': '投诉与诉求', en: 'Complaints' },
    hint: {
      'zh-CN': '投诉、12345 工单、办不成事与来信',
      en: 'Complaints, 12345 slips, what could not be done, letters',
    },
    group: surface === 'desk' ? 'work' : 'hall',
    order: 85,
    icon: 'mail',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '12345 工单 办不成事 来信', en: 'hotline slips letters' },
    load: () => import('./staff/ListPage.tsx').then((file) => file.ListPage),
  },
  {
    surface,
    path: '/complaints/$id',
    title: { 'zh-CN': '诉求', en: 'Complaint' },
    group: surface === 'desk' ? 'work' : 'hall',
    permission: permissions.view,
    load: () => import('./staff/ComplaintPage.tsx').then((file) => file.ComplaintPage),
  },
  {
    surface,
    path: '/assessment',
    title: { 'zh-CN': '窗口考评', en: 'Assessment' },
    hint: { 'zh-CN': '考评登记、申诉与月度表', en: 'Scores, appeals and the monthly table' },
    group: surface === 'desk' ? 'work' : 'hall',
    order: 86,
    icon: 'chart',
    permission: permissions.viewScores,
    alsoCalled: { 'zh-CN': '考核 扣分 红旗窗口', en: 'points ranking' },
    load: () => import('./staff/AssessmentPage.tsx').then((file) => file.AssessmentPage),
  },
];

export const pages = definePages([
  ...forStaff('desk'),
  ...forStaff('console'),
  {
    surface: 'console',
    path: '/complaints/settings',
    title: { 'zh-CN': '投诉与考评设置', en: 'Complaint settings' },
    hint: { 'zh-CN': '各类时限、考评项目与分值', en: 'Terms, assessment items and points' },
    group: 'hall',
    order: 87,
    icon: 'setting',
    permission: permissions.manageSettings,
    load: () => import('./staff/SettingsPage.tsx').then((file) => file.SettingsPage),
  },
]);
