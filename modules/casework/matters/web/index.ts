import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/matters/matters',
    title: { 'zh-CN': '政务服务事项', en: 'Matters' },
    group: 'casework',
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/MattersPage.tsx').then((file) => file.MattersPage),
  },
]);
