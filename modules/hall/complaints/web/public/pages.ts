import { definePages } from '#web/kit/pages.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/complaints',
    title: { 'zh-CN': '评价投诉', en: 'Complaints' },
    hint: {
      'zh-CN': '投诉、反映办不成的事、来信咨询，并查询办理进展。',
      en: 'Complain, say what could not be done, ask, and follow the answer.',
    },
    order: 60,
    load: () => import('./ComplainPage.tsx').then((file) => file.ComplainPage),
  },
  {
    surface: 'public',
    path: '/complaints/follow',
    title: { 'zh-CN': '诉求查询', en: 'Follow a complaint' },
    isInNavigation: false,
    load: () => import('./FollowPage.tsx').then((file) => file.FollowPage),
  },
]);
