import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/licences/licences',
    title: { 'zh-CN': '电子证照', en: 'Licences' },
    group: 'casework',
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/LicencesPage.tsx').then((file) => file.LicencesPage),
  },
]);
