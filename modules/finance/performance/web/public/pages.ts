import { definePages } from '#web/kit/pages.ts';

export const publicPages = definePages([
  {
    surface: 'public',
    path: '/budget/targets',
    title: { 'zh-CN': '项目绩效目标', en: 'Targets of projects' },
    hint: {
      'zh-CN': '经批复的项目支出绩效目标申报表',
      en: 'Approved targets of what projects are to reach',
    },
    order: 211,
    load: () => import('./TargetsPage.tsx').then((file) => file.TargetsPage),
  },
]);
