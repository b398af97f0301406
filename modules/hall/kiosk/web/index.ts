import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

/** A kiosk is a device, kept in their register; the staff sets how long it waits. */
export const pages = definePages([
  {
    surface: 'console',
    path: '/kiosk/settings',
    title: { 'zh-CN': '自助终端设置', en: 'Settings of kiosks' },
    hint: {
      'zh-CN': '无操作提醒、自动清除和二维码有效时间。',
      en: 'When kiosks warn and wipe, and how long codes last.',
    },
    group: 'hall',
    order: 10,
    icon: 'setting',
    permission: permissions.manage,
    load: () => import('./console/SettingsPage.tsx').then((file) => file.SettingsPage),
  },
]);
