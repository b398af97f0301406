import { definePages } from '#web/kit/pages.ts';

/** Apart from the console's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/where',
    title: { 'zh-CN': '办事地点与时间', en: 'Where and when' },
    hint: {
      'zh-CN': '各服务点的地址、电话和开放时间',
      en: 'Addresses, telephones and opening hours',
    },
    order: 50,
    load: () => import('./WherePage.tsx').then((file) => file.WherePage),
  },
]);
