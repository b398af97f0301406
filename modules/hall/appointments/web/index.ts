import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'desk',
    path: '/appointments',
    title: { 'zh-CN': '预约签到', en: 'Check-in' },
    hint: {
      'zh-CN': '今天的预约，扫码或报号签到取号。',
      en: 'Today’s appointments; check in by QR or number.',
    },
    group: 'work',
    order: 25,
    icon: 'calendar',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '预约 取号 代约', en: 'appointments booking' },
    load: () => import('./staff/TodayPage.tsx').then((file) => file.TodayPage),
  },
  {
    surface: 'console',
    path: '/appointments/groups',
    title: { 'zh-CN': '预约业务', en: 'Groups for booking' },
    hint: {
      'zh-CN': '可以预约的业务与号源规则。',
      en: 'What can be booked, and the rules of places.',
    },
    group: 'hall',
    order: 60,
    icon: 'calendar',
    permission: permissions.view,
    load: () => import('./staff/GroupsPage.tsx').then((file) => file.GroupsPage),
  },
  {
    surface: 'console',
    path: '/appointments/plan/$groupId',
    title: { 'zh-CN': '号源日历', en: 'Calendar of places' },
    group: 'hall',
    permission: permissions.view,
    load: () => import('./staff/PlanPage.tsx').then((file) => file.PlanPage),
  },
  {
    surface: 'console',
    path: '/appointments/rules',
    title: { 'zh-CN': '预约规则', en: 'Rules of appointments' },
    hint: {
      'zh-CN': '提前天数、截止、签到、爽约与提醒。',
      en: 'Days ahead, closing, check-in, missed ones and reminders.',
    },
    group: 'hall',
    order: 61,
    icon: 'setting',
    permission: permissions.manageSettings,
    load: () => import('./staff/RulesPage.tsx').then((file) => file.RulesPage),
  },
  {
    surface: 'console',
    path: '/appointments/figures',
    title: { 'zh-CN': '预约统计', en: 'Figures of appointments' },
    hint: {
      'zh-CN': '预约、到场、爽约与取消；爽约名单；导出。',
      en: 'Booked, come, missed, cancelled; who missed; export.',
    },
    group: 'hall',
    order: 62,
    icon: 'chart',
    permission: permissions.view,
    load: () => import('./staff/FiguresPage.tsx').then((file) => file.FiguresPage),
  },
]);
