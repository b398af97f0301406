import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/cases/cases',
    title: { 'zh-CN': '办件', en: 'Cases' },
    group: 'casework',
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/CasesPage.tsx').then((file) => file.CasesPage),
  },
]);
