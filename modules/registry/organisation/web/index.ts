import { definePages } from '#web/kit/pages.ts';
import { defineSearch } from '#web/kit/search.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/organisation/hall',
    title: { 'zh-CN': '大厅平面图', en: 'Hall map' },
    hint: {
      'zh-CN': '看各窗口状态，开放、暂停窗口',
      en: 'Windows as they stand; open and pause them',
    },
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
    hint: { 'zh-CN': '窗口的位置、类别和办理部门', en: 'Where windows are and whom they serve' },
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
    hint: {
      'zh-CN': '区级大厅、街镇、园区和异地服务点',
      en: 'The hall, towns, parks and places far away',
    },
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
    hint: { 'zh-CN': '在窗口办理业务的部门和单位', en: 'Who serves at the windows' },
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
    hint: { 'zh-CN': '中心内设科室及其职责', en: 'Offices of the centre and their duties' },
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
    hint: { 'zh-CN': '按星期设置每个服务点的开放时段', en: 'The weekly hours of each site' },
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
    hint: { 'zh-CN': '节假日闭厅与调休开放', en: 'Holidays, and days made open' },
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
