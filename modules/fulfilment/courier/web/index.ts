import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'desk',
    path: '/parcels',
    title: { 'zh-CN': '快递', en: 'Parcels' },
    hint: {
      'zh-CN': '下单、面单、批量交接、轨迹与异常件。',
      en: 'Order, print labels, hand over in batches, follow, deal with losses.',
    },
    group: 'fulfilment',
    order: 20,
    icon: 'truck',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '寄递 邮寄 运单', en: 'courier post' },
    load: () => import('./desk/ParcelsPage.tsx').then((file) => file.ParcelsPage),
  },
  {
    surface: 'desk',
    path: '/parcels/$parcelId',
    title: { 'zh-CN': '一件快递', en: 'A parcel' },
    group: 'fulfilment',
    permission: permissions.view,
    load: () => import('./desk/ParcelPage.tsx').then((file) => file.ParcelPage),
  },
  {
    surface: 'console',
    path: '/courier/carriers',
    title: { 'zh-CN': '快递公司', en: 'Carriers' },
    hint: {
      'zh-CN': '接口地址与密钥；未知快件的推送。',
      en: 'How they are reached; what they told of unknown parcels.',
    },
    group: 'fulfilment',
    order: 30,
    icon: 'truck',
    permission: permissions.manage,
    load: () => import('./console/CarriersPage.tsx').then((file) => file.CarriersPage),
  },
]);
