import { definePages } from '#web/kit/pages.ts';

/** Apart from the console's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/matters',
    title: { 'zh-CN': '办事指南', en: 'Guides' },
    hint: {
      'zh-CN': '查材料、费用、时限，找到就能办',
      en: 'Papers, fees and times of everything that can be done here',
    },
    order: 20,
    load: () => import('./SearchPage.tsx').then((file) => file.SearchPage),
  },
  {
    surface: 'public',
    path: '/matters/$matterId',
    title: { 'zh-CN': '办事指南', en: 'Guide' },
    load: () => import('./GuidePage.tsx').then((file) => file.GuidePage),
  },
  {
    surface: 'public',
    path: '/matters/$matterId/form',
    title: { 'zh-CN': '空白申请表', en: 'Blank form' },
    load: () => import('./BlankFormPage.tsx').then((file) => file.BlankFormPage),
  },
  {
    surface: 'public',
    path: '/bundles/$bundleId',
    title: { 'zh-CN': '一件事办事指南', en: 'Guide of several matters in one' },
    load: () => import('./BundlePage.tsx').then((file) => file.BundlePage),
  },
]);
