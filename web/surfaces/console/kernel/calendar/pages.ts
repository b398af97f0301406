import { permissions } from '#kernel/calendar/contract.ts';

import { definePages } from '../../../../kit/pages.ts';

/** The legal working days, from which every time limit is counted. */
export const calendarPages = definePages([
  {
    surface: 'console',
    path: '/calendar',
    title: { 'zh-CN': '工作日历', en: 'Working days' },
    hint: {
      'zh-CN': '各年度放假与调休安排，办理时限据此计算',
      en: 'Days off and make-up days by year; time limits are counted by them',
    },
    alsoCalled: { 'zh-CN': '节假日 调休 工作日', en: 'holidays make-up days' },
    group: 'system',
    icon: 'calendar',
    order: 30,
    permission: permissions.manage,
    load: () => import('./CalendarPage.tsx').then((file) => file.CalendarPage),
  },
]);
