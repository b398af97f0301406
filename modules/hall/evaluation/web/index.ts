import { definePages, type PageDefinition } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

/** Pages for the units at the desk and for the supervising office at the console. */
const forStaff = (surface: 'desk' | 'console'): PageDefinition[] => [
  {
    surface,
    path: '/ratings/bad',
    title: { 'zh-CN': '差评整改', en: 'Bad ratings' },
    hint: {
      'zh-CN': '联系、核实、整改、答复与回访',
      en: 'Contact, verify, mend, answer, call back',
    },
    group: surface === 'desk' ? 'work' : 'hall',
    order: 80,
    icon: 'alarm',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '差评 申诉 回访', en: 'complaints appeal call-back' },
    load: () => import('./staff/BadListPage.tsx').then((file) => file.BadListPage),
  },
  {
    surface,
    path: '/ratings/bad/$id',
    title: { 'zh-CN': '差评', en: 'Bad rating' },
    group: surface === 'desk' ? 'work' : 'hall',
    permission: permissions.view,
    load: () => import('./staff/BadPage.tsx').then((file) => file.BadPage),
  },
  {
    surface,
    path: '/ratings',
    title: { 'zh-CN': '好差评', en: 'Ratings' },
    hint: { 'zh-CN': '全部评价与存疑评价', en: 'Every rating, and those that look wrong' },
    group: surface === 'desk' ? 'work' : 'hall',
    order: 81,
    icon: 'star',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '评价 满意度', en: 'satisfaction' },
    load: () => import('./staff/RatingsPage.tsx').then((file) => file.RatingsPage),
  },
  {
    surface,
    path: '/ratings/figures',
    title: { 'zh-CN': '好差评统计', en: 'Rating figures' },
    hint: {
      'zh-CN': '按部门、窗口、人员、事项和时间',
      en: 'By department, window, person, matter, time',
    },
    group: surface === 'desk' ? 'work' : 'hall',
    order: 82,
    icon: 'chart',
    permission: permissions.view,
    load: () => import('./staff/FiguresPage.tsx').then((file) => file.FiguresPage),
  },
];

export const pages = definePages([
  ...forStaff('desk'),
  ...forStaff('console'),
  {
    surface: 'console',
    path: '/ratings/settings',
    title: { 'zh-CN': '好差评设置', en: 'Rating settings' },
    hint: { 'zh-CN': '时限、评价器与异常评价规则', en: 'Terms, pad and rules of detection' },
    group: 'hall',
    order: 83,
    icon: 'setting',
    permission: permissions.manageSettings,
    load: () => import('./console/SettingsPage.tsx').then((file) => file.SettingsPage),
  },
  {
    surface: 'console',
    path: '/ratings/options',
    title: { 'zh-CN': '评价指标', en: 'Rating options' },
    hint: { 'zh-CN': '各等级选项的版本与依据', en: 'Versions of the options and what allows them' },
    group: 'hall',
    order: 84,
    icon: 'list',
    permission: permissions.manageSettings,
    load: () => import('./console/OptionsPage.tsx').then((file) => file.OptionsPage),
  },
]);
