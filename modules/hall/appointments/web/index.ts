import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/appointments/bookings',
    title: { 'zh-CN': '预约', en: 'Appointments' },
    group: 'hall',
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/BookingsPage.tsx').then((file) => file.BookingsPage),
  },
]);
