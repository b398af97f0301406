import { definePages } from '#web/kit/pages.ts';
import { defineSearch } from '#web/kit/search.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/organisation/hall',
    title: { 'zh-CN': '大厅平面图', en: 'Hall map' },
    group: 'hall',
    order: 10,
    icon: 'map',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '窗口状态 分区', en: 'window states zones floor plan' },
    load: () => import('./hall/HallPage.tsx').then((file) => file.HallPage),
  },
  {
    surface: 'console',
    path: '/organisation/windows',
    title: { 'zh-CN': '窗口', en: 'Windows' },
    group: 'hall',
    order: 20,
    icon: 'window',
    permission: permissions.view,
    load: () => import('./console/WindowsPage.tsx').then((file) => file.WindowsPage),
  },
  {
    surface: 'console',
    path: '/organisation/sites',
    title: { 'zh-CN': '服务点', en: 'Sites' },
    group: 'registry',
    order: 10,
    icon: 'centre',
    permission: permissions.view,
    load: () => import('./console/SitesPage.tsx').then((file) => file.SitesPage),
  },
  {
    surface: 'console',
    path: '/organisation/departments',
    title: { 'zh-CN': '进驻部门', en: 'Departments' },
    group: 'registry',
    order: 20,
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/DepartmentsPage.tsx').then((file) => file.DepartmentsPage),
  },
  {
    surface: 'console',
    path: '/organisation/offices',
    title: { 'zh-CN': '科室', en: 'Offices' },
    group: 'registry',
    order: 30,
    icon: 'book',
    permission: permissions.view,
    load: () => import('./console/OfficesPage.tsx').then((file) => file.OfficesPage),
  },
  {
    surface: 'console',
    path: '/organisation/opening-hours',
    title: { 'zh-CN': '开放时间', en: 'Opening hours' },
    group: 'registry',
    order: 40,
    icon: 'clock',
    permission: permissions.view,
    load: () => import('./opening/OpeningHoursPage.tsx').then((file) => file.OpeningHoursPage),
  },
  {
    surface: 'console',
    path: '/organisation/closed-days',
    title: { 'zh-CN': '闭厅日', en: 'Closed days' },
    group: 'registry',
    order: 50,
    icon: 'calendar',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '节假日 调休', en: 'holidays make-up days' },
    load: () => import('./opening/ClosedDaysPage.tsx').then((file) => file.ClosedDaysPage),
  },
]);

const findIn = (register: 'windows' | 'departments' | 'sites' | 'zones') => ({
  name: `organisation.${register}`,
  surfaces: ['console'] as const,
  permission: permissions.view,
  find: (text: string, signal: AbortSignal) =>
    import('./parts/find-places.ts').then((file) => file.finders[register](text, signal)),
});

export const searches = defineSearch([
  { ...findIn('windows'), title: { 'zh-CN': '窗口', en: 'Windows' } },
  { ...findIn('departments'), title: { 'zh-CN': '进驻部门', en: 'Departments' } },
  { ...findIn('sites'), title: { 'zh-CN': '服务点', en: 'Sites' } },
  { ...findIn('zones'), title: { 'zh-CN': '分区', en: 'Zones' } },
]);
