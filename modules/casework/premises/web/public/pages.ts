import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../../contract.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/premises',
    title: { 'zh-CN': '住所云', en: 'Premises on file' },
    hint: {
      'zh-CN': '查已备案的楼宇、园区、商铺和集中登记地，看楼层图选房。',
      en: 'Buildings, parks, shops and cluster addresses on file, with plans of their floors.',
    },
    order: 240,
    load: () => import('./CarriersPage.tsx').then((file) => file.CarriersPage),
  },
  {
    surface: 'public',
    path: '/premises/carriers/$carrierId',
    title: { 'zh-CN': '楼层图', en: 'Floors' },
    load: () => import('./CarrierPage.tsx').then((file) => file.CarrierPage),
  },
  {
    surface: 'public',
    path: '/premises/doors/$token',
    title: { 'zh-CN': '门牌', en: 'Door' },
    load: () => import('./DoorPage.tsx').then((file) => file.DoorPage),
  },
  {
    surface: 'public',
    path: '/me/premises',
    title: { 'zh-CN': '住所备案', en: 'Premises that we run' },
    hint: { 'zh-CN': '运营单位备案、变更和延续住所。', en: 'File, change and renew premises.' },
    order: 920,
    permission: permissions.operateOwn,
    load: () => import('./OwnPage.tsx').then((file) => file.OwnPage),
  },
  {
    surface: 'public',
    path: '/me/premises/$filingId',
    title: { 'zh-CN': '住所备案', en: 'Filing of premises' },
    permission: permissions.operateOwn,
    load: () => import('./OwnFilingPage.tsx').then((file) => file.OwnFilingPage),
  },
]);
