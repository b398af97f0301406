import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../../contract.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/me/parcels',
    title: { 'zh-CN': '我的快递', en: 'My parcels' },
    hint: { 'zh-CN': '免费寄递的材料和结果到哪了。', en: 'Where free parcels are.' },
    order: 921,
    permission: permissions.viewOwn,
    load: () => import('./OwnParcelsPage.tsx').then((file) => file.OwnParcelsPage),
  },
  {
    surface: 'public',
    path: '/me/parcels/collection',
    title: { 'zh-CN': '预约上门取件', en: 'Have papers fetched' },
    isInNavigation: false,
    permission: permissions.viewOwn,
    load: () => import('./CollectionPage.tsx').then((file) => file.CollectionPage),
  },
  {
    surface: 'public',
    path: '/me/parcels/$parcelId',
    title: { 'zh-CN': '一件快递', en: 'A parcel' },
    permission: permissions.viewOwn,
    load: () => import('./OwnParcelPage.tsx').then((file) => file.OwnParcelPage),
  },
]);
