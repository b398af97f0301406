import { definePages } from '#web/kit/pages.ts';

/** Pages of hall devices; the ticket machine is put together on its surface, with appointments. */
export const devicePages = definePages([
  {
    surface: 'device',
    path: '/display',
    title: { 'zh-CN': '叫号屏', en: 'Calling display' },
    load: () => import('../hall/display/DisplayPage.tsx').then((file) => file.DisplayPage),
  },
  {
    surface: 'device',
    path: '/zones',
    title: { 'zh-CN': '大厅分区屏', en: 'Zone board' },
    load: () => import('../hall/ZonesPage.tsx').then((file) => file.ZonesPage),
  },
  {
    surface: 'device',
    path: '/plate',
    title: { 'zh-CN': '窗口屏', en: 'Window plate' },
    load: () => import('../hall/PlatePage.tsx').then((file) => file.PlatePage),
  },
]);
