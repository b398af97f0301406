import { definePages } from '#web/kit/pages.ts';

/** Apart from the console's pages: what a device loads never reaches the staff components. */
export const devicePages = definePages([
  {
    surface: 'device',
    path: '/',
    title: { 'zh-CN': '大厅设备', en: 'Hall devices' },
    load: () => import('./StartPage.tsx').then((file) => file.StartPage),
  },
  {
    surface: 'device',
    path: '/device',
    title: { 'zh-CN': '设备自检与报障', en: 'Self-test and faults of a device' },
    load: () => import('./DevicePage.tsx').then((file) => file.DevicePage),
  },
]);
