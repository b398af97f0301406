import { definePages } from '#web/kit/pages.ts';

export const devicePages = definePages([
  {
    surface: 'device',
    path: '/pad',
    title: { 'zh-CN': '评价 pad', en: 'Evaluation pad' },
    load: () => import('../hall/PadPage.tsx').then((file) => file.PadPage),
  },
]);
