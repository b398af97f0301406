import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/projects',
    title: { 'zh-CN': '预算项目', en: 'Projects' },
    hint: {
      'zh-CN': '全年各项目的预算、合同、已付、应付、可用和用尽预测。',
      en: 'Every project of a year: budget, contracts, paid, due, available and forecasts.',
    },
    group: 'finance',
    icon: 'list',
    order: 19,
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '项目库 项目支出', en: 'project pool' },
    load: () => import('./console/ProjectsPage.tsx').then((file) => file.ProjectsPage),
  },
  {
    surface: 'console',
    path: '/projects/$projectCode',
    title: { 'zh-CN': '预算项目', en: 'Project' },
    group: 'finance',
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/ProjectPage.tsx').then((file) => file.ProjectPage),
  },
]);
