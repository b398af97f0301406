import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('courier.view', { 'zh-CN': '查看快递', en: 'See parcels' }),
  handle: permission('courier.handle', {
    'zh-CN': '办理快递（下单、交接、异常处理）',
    en: 'Handle parcels: order, hand over, deal with losses',
  }),
  manage: permission('courier.manage', { 'zh-CN': '维护快递公司', en: 'Keep carriers' }),
  settle: permission('courier.settle', {
    'zh-CN': '快递账单核对与月结',
    en: 'Match carriers’ bills and settle months',
  }),
  viewOwn: permission('courier.view-own', { 'zh-CN': '本人快递', en: 'One’s own parcels' }, [
    'own',
  ]),
} as const;
