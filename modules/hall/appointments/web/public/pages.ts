import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../../contract.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/appointments',
    title: { 'zh-CN': '预约', en: 'Book a time' },
    hint: { 'zh-CN': '预约到场办事的日期和时段。', en: 'Book a day and time at the hall.' },
    order: 30,
    load: () => import('./GroupsPage.tsx').then((file) => file.GroupsPage),
  },
  {
    surface: 'public',
    path: '/appointments/groups/$groupId',
    title: { 'zh-CN': '选择时段', en: 'Choose a time' },
    load: () => import('./SlotsPage.tsx').then((file) => file.SlotsPage),
  },
  {
    surface: 'public',
    path: '/appointments/at/$token',
    title: { 'zh-CN': '预约', en: 'Appointment' },
    load: () => import('./BookingPage.tsx').then((file) => file.BookingPage),
  },
  {
    surface: 'public',
    path: '/me/appointments',
    title: { 'zh-CN': '我的预约', en: 'My appointments' },
    hint: { 'zh-CN': '查看、改期、取消预约。', en: 'See, move and cancel appointments.' },
    order: 904,
    permission: permissions.bookOwn,
    load: () => import('./OwnPage.tsx').then((file) => file.OwnPage),
  },
]);
