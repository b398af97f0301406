import { definePages } from '#web/kit/pages.ts';
import { defineSearch } from '#web/kit/search.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/devices/board',
    title: { 'zh-CN': '设备看板', en: 'Device board' },
    hint: { 'zh-CN': '全部设备此刻是否联机', en: 'How every device is now' },
    group: 'operations',
    order: 10,
    icon: 'device',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '联机 失联 心跳', en: 'online silent heartbeat' },
    load: () => import('./console/BoardPage.tsx').then((file) => file.BoardPage),
  },
  {
    surface: 'console',
    path: '/devices',
    title: { 'zh-CN': '设备台账', en: 'Device register' },
    hint: {
      'zh-CN': '资产编号、位置、注册与远程操作',
      en: 'Assets, places, enrolment, remote acts',
    },
    group: 'operations',
    order: 20,
    icon: 'list',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '资产 取号机 评价器 高拍仪', en: 'assets kiosk pad camera' },
    load: () => import('./console/RegisterPage.tsx').then((file) => file.RegisterPage),
  },
  {
    surface: 'console',
    path: '/devices/faults',
    title: { 'zh-CN': '设备故障', en: 'Device faults' },
    hint: { 'zh-CN': '登记故障，写明处理办法', en: 'What is broken and how it was mended' },
    group: 'operations',
    order: 30,
    icon: 'alarm',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '报修 故障', en: 'repair broken' },
    load: () => import('./console/FaultsPage.tsx').then((file) => file.FaultsPage),
  },
]);

export const searches = defineSearch([
  {
    name: 'devices.devices',
    title: { 'zh-CN': '设备', en: 'Devices' },
    surfaces: ['console'],
    permission: permissions.view,
    find: (text, signal) =>
      import('./console/find-devices.ts').then(({ findDevices }) => findDevices(text, signal)),
  },
]);
