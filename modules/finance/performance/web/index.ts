import { definePages, type PageDefinition } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

const page = (
  more: Pick<PageDefinition, 'path' | 'title' | 'load'> & Partial<PageDefinition>,
): PageDefinition => ({
  surface: 'console',
  group: 'finance',
  icon: 'chart',
  permission: permissions.view,
  ...more,
});

export const pages = definePages([
  page({
    path: '/performance/targets',
    title: { 'zh-CN': '绩效目标', en: 'Performance targets' },
    hint: {
      'zh-CN': '项目绩效指标、实时值、监控与自评',
      en: 'Indicators of projects, their values now, monitoring and evaluation',
    },
    order: 40,
    alsoCalled: { 'zh-CN': '绩效 申报表 自评 双监控', en: 'indicators evaluation' },
    load: () => import('./console/TargetsPage.tsx').then((file) => file.TargetsPage),
  }),
  page({
    path: '/performance/targets/$targetId',
    title: { 'zh-CN': '项目绩效目标', en: 'Target of a project' },
    load: () => import('./console/TargetPage.tsx').then((file) => file.TargetPage),
  }),
  page({
    path: '/performance/targets/$targetId/declaration',
    title: { 'zh-CN': '绩效目标申报表', en: 'Declaration table' },
    load: () => import('./console/DeclarationPage.tsx').then((file) => file.DeclarationPage),
  }),
  page({
    path: '/performance/reviews/$reviewId',
    title: { 'zh-CN': '绩效监控与自评', en: 'Monitoring and self-evaluation' },
    load: () => import('./console/ReviewPage.tsx').then((file) => file.ReviewPage),
  }),
  page({
    path: '/performance/measures',
    title: { 'zh-CN': '绩效数据口径', en: 'Measures' },
    hint: {
      'zh-CN': '业务数据能直接给出的指标值',
      en: 'Figures that operations give by themselves',
    },
    order: 41,
    load: () => import('./console/MeasuresPage.tsx').then((file) => file.MeasuresPage),
  }),
]);
