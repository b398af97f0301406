import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/performance/targets',
    title: {
      'zh-CN': '绩效目标：指标、实时值、监控与自评',
      en: 'Performance targets of projects: indicators, live values, monitoring, self-evaluation',
    },
    group: 'finance',
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/TargetsPage.tsx').then((file) => file.TargetsPage),
  },
]);
