import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../../contract.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/me/seals',
    title: { 'zh-CN': '免费刻章', en: 'Free seals' },
    hint: { 'zh-CN': '新设企业申领一套印章，查看进度。', en: 'The free set of a new firm.' },
    order: 920,
    permission: permissions.claimOwn,
    load: () => import('./OwnSealsPage.tsx').then((file) => file.OwnSealsPage),
  },
  {
    surface: 'public',
    path: '/me/seals/making',
    title: { 'zh-CN': '刻章接单', en: 'Work of a maker' },
    isInNavigation: false,
    permission: permissions.makeOwn,
    load: () => import('./MakerPage.tsx').then((file) => file.MakerPage),
  },
]);
