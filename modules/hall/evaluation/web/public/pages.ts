import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../../contract.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/ratings',
    title: { 'zh-CN': '好差评公开', en: 'Ratings' },
    hint: {
      'zh-CN': '各部门评价结果、差评整改与公开答复。',
      en: 'How departments are rated, and what was answered.',
    },
    order: 220,
    load: () => import('./FiguresPage.tsx').then((file) => file.FiguresPage),
  },
  {
    surface: 'public',
    path: '/rate',
    title: { 'zh-CN': '服务评价', en: 'Rate our service' },
    hint: {
      'zh-CN': '凭号票号、办件编号或预留手机号评价，无需登录。',
      en: 'By the number of your ticket or case, without signing in.',
    },
    order: 215,
    load: () => import('./WindowPage.tsx').then((file) => file.FindPage),
  },
  {
    surface: 'public',
    path: '/rate/window/$windowId',
    title: { 'zh-CN': '窗口服务评价', en: 'Rate a window' },
    isInNavigation: false,
    load: () => import('./WindowPage.tsx').then((file) => file.WindowPage),
  },
  {
    surface: 'public',
    path: '/rate/$token',
    title: { 'zh-CN': '服务评价', en: 'Rate our service' },
    isInNavigation: false,
    load: () => import('./RatePage.tsx').then((file) => file.RatePage),
  },
  {
    surface: 'public',
    path: '/me/ratings',
    title: { 'zh-CN': '我的评价', en: 'My ratings' },
    order: 907,
    needsSignIn: true,
    permission: permissions.rateOwn,
    load: () => import('./OwnPage.tsx').then((file) => file.OwnPage),
  },
]);
