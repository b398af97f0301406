import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'desk',
    path: '/premises',
    title: { 'zh-CN': '住所备案', en: 'Premises' },
    hint: {
      'zh-CN': '街镇初核、市场监管核查、暂停与撤销。',
      en: 'Checks by town and regulator, suspension and revocation.',
    },
    group: 'casework',
    order: 60,
    icon: 'place',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '住所云 载体 楼宇 园区', en: 'addresses buildings parks' },
    load: () => import('./staff/FilingsPage.tsx').then((file) => file.FilingsPage),
  },
  {
    surface: 'desk',
    path: '/premises/$filingId',
    title: { 'zh-CN': '住所备案', en: 'Filing of premises' },
    group: 'casework',
    permission: permissions.view,
    load: () => import('./staff/FilingPage.tsx').then((file) => file.FilingPage),
  },
  {
    surface: 'console',
    path: '/premises/figures',
    title: { 'zh-CN': '住所云统计', en: 'Figures of premises' },
    hint: { 'zh-CN': '备案、调用和节省的天数。', en: 'Filed, reused, days saved.' },
    group: 'casework',
    order: 70,
    icon: 'chart',
    permission: permissions.view,
    load: () => import('./staff/FiguresPage.tsx').then((file) => file.FiguresPage),
  },
  {
    surface: 'console',
    path: '/premises/rules',
    title: { 'zh-CN': '住所备案规则', en: 'Rules of premises' },
    hint: { 'zh-CN': '面积、户数、租期与期限。', en: 'Areas, numbers, leases and limits.' },
    group: 'casework',
    order: 71,
    icon: 'setting',
    permission: permissions.manageSettings,
    load: () => import('./staff/RulesPage.tsx').then((file) => file.RulesPage),
  },
]);
