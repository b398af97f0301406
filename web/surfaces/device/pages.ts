import { devicePages as evaluationPages } from '#modules/hall/evaluation/web/device/pages.ts';
import { devicePages as queuePages } from '#modules/hall/queue/web/device/pages.ts';
import { devicePages } from '#modules/registry/devices/web/device/pages.ts';

import { definePages, type PageDefinition } from '../../kit/pages.ts';

/** Pages that are put together here from more than one module. */
const composed = definePages([
  {
    surface: 'device',
    path: '/tickets',
    title: { 'zh-CN': '取号机', en: 'Ticket machine' },
    load: () => import('./TicketMachine.tsx').then((file) => file.TicketMachine),
  },
  {
    surface: 'device',
    path: '/kiosk',
    title: { 'zh-CN': '自助终端', en: 'Self-service kiosk' },
    load: () => import('./Kiosk.tsx').then((file) => file.Kiosk),
  },
]);

/** Every page of hall devices. Apart from the staff's pages: what a device loads never reaches their components. */
export const pages: readonly PageDefinition[] = [
  ...devicePages,
  ...queuePages,
  ...evaluationPages,
  ...composed,
];
