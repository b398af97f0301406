import { permission } from '#kernel/access/contract-permission.ts';

const places = ['centre', 'site'] as const;

export const permissions = {
  view: permission('appointments.view', { 'zh-CN': '查看预约', en: 'See appointments' }, places),
  checkIn: permission(
    'appointments.check-in',
    { 'zh-CN': '预约签到', en: 'Check people in' },
    places,
  ),
  book: permission(
    'appointments.book',
    { 'zh-CN': '代为预约、改期、取消', en: 'Book, move and cancel for people' },
    places,
  ),
  manage: permission(
    'appointments.manage',
    { 'zh-CN': '维护预约业务与号源', en: 'Change groups and places' },
    places,
  ),
  excuse: permission(
    'appointments.excuse',
    { 'zh-CN': '核销爽约记录', en: 'Excuse missed appointments' },
    places,
  ),
  export: permission(
    'appointments.export',
    { 'zh-CN': '导出预约清单', en: 'Export appointments' },
    places,
  ),
  manageSettings: permission('appointments.manage-settings', {
    'zh-CN': '修改预约规则',
    en: 'Change the rules of appointments',
  }),
  bookOwn: permission('appointments.book-own', { 'zh-CN': '本人预约', en: 'Book for oneself' }, [
    'own',
  ]),
  serve: permission(
    'appointments.serve',
    { 'zh-CN': '自助预约签到', en: 'Check people in at a machine' },
    ['own'],
  ),
} as const;
