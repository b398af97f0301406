import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('organisation.view', { 'zh-CN': '查看机构与窗口', en: 'See the organisation' }, [
    'centre',
    'site',
  ]),
  manage: permission(
    'organisation.manage',
    { 'zh-CN': '维护机构与窗口', en: 'Change the organisation' },
    ['centre', 'site'],
  ),
  operateWindows: permission(
    'organisation.operate-windows',
    { 'zh-CN': '开启、暂停与关闭窗口', en: 'Open, pause and close windows' },
    ['centre', 'site', 'department', 'window'],
  ),
} as const;
