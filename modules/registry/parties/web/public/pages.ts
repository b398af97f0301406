import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../../contract.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/me/identity',
    title: { 'zh-CN': '我的身份信息', en: 'My identity' },
    order: 910,
    permission: permissions.viewOwn,
    load: () => import('./IdentityPage.tsx').then((file) => file.IdentityPage),
  },
]);
