import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../../contract.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/queue',
    title: { 'zh-CN': '排队取号', en: 'Queue' },
    hint: {
      'zh-CN': '看各处等候人数和预计时间，手机取号。',
      en: 'See how many wait and for how long, and take a ticket by phone.',
    },
    order: 35,
    load: () => import('./QueuePage.tsx').then((file) => file.QueuePage),
  },
  {
    surface: 'public',
    path: '/queue/$siteId',
    title: { 'zh-CN': '排队取号', en: 'Queue' },
    load: () => import('./SitePage.tsx').then((file) => file.SitePage),
  },
  {
    surface: 'public',
    path: '/t/$token',
    title: { 'zh-CN': '我的号票', en: 'My ticket' },
    load: () => import('./TicketPage.tsx').then((file) => file.TicketPage),
  },
  {
    surface: 'public',
    path: '/me/tickets',
    title: { 'zh-CN': '我的号票', en: 'My tickets' },
    order: 903,
    permission: permissions.take,
    load: () => import('./OwnTicketsPage.tsx').then((file) => file.OwnTicketsPage),
  },
]);
