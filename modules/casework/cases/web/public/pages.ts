import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../../contract.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/apply/$matterId',
    title: { 'zh-CN': '网上申请', en: 'Apply online' },
    permission: permissions.apply,
    load: () => import('./apply/ApplyPage.tsx').then((file) => file.ApplyPage),
  },
  {
    surface: 'public',
    path: '/query',
    title: { 'zh-CN': '办件查询', en: 'Find a case' },
    hint: {
      'zh-CN': '凭办件编号和查询码查询办理进度，无需登录',
      en: 'How far a case is, with its number and query code; no sign-in',
    },
    order: 40,
    load: () => import('./QueryPage.tsx').then((file) => file.QueryPage),
  },
  {
    surface: 'public',
    path: '/verify/$code',
    title: { 'zh-CN': '文书核验', en: 'Check a paper' },
    load: () => import('./VerifyPage.tsx').then((file) => file.VerifyPage),
  },
  {
    surface: 'public',
    path: '/me/cases',
    title: { 'zh-CN': '我的办件', en: 'My cases' },
    order: 905,
    permission: permissions.viewOwn,
    load: () => import('./own/OwnCasesPage.tsx').then((file) => file.OwnCasesPage),
  },
  {
    surface: 'public',
    path: '/me/cases/$caseId',
    title: { 'zh-CN': '我的办件', en: 'My case' },
    permission: permissions.viewOwn,
    load: () => import('./own/OwnCasePage.tsx').then((file) => file.OwnCasePage),
  },
]);
