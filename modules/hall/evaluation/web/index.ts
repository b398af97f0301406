import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/evaluation/evaluations',
    title: { 'zh-CN': '好差评', en: 'Evaluation' },
    group: 'hall',
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/EvaluationsPage.tsx').then((file) => file.EvaluationsPage),
  },
]);
