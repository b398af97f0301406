import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('queue.view', { 'zh-CN': '查看号票', en: 'See tickets' }, [
    'centre',
    'site',
    'window',
  ]),
  /** A hall is seen whole: it cannot be given for one window. */
  watch: permission(
    'queue.watch',
    { 'zh-CN': '查看大厅实况与回放', en: 'See the live hall and its replay' },
    ['centre', 'site'],
  ),
  call: permission('queue.call', { 'zh-CN': '窗口叫号', en: 'Call and serve at a window' }, [
    'centre',
    'site',
    'window',
  ]),
  issue: permission('queue.issue', { 'zh-CN': '人工取号', en: 'Issue tickets for visitors' }, [
    'centre',
    'site',
    'window',
  ]),
  allowGreen: permission(
    'queue.allow-green',
    { 'zh-CN': '开通绿色通道', en: 'Allow the green channel' },
    ['centre', 'site'],
  ),
  manage: permission(
    'queue.manage',
    { 'zh-CN': '维护排队业务与规则', en: 'Keep businesses, window services and rules' },
    ['centre', 'site'],
  ),
  report: permission('queue.report', { 'zh-CN': '查看和导出大厅报表', en: 'Reports and exports' }, [
    'centre',
    'site',
  ]),
  /** Held by citizens: tickets of one's own on the phone. */
  take: permission('queue.take', { 'zh-CN': '手机取号', en: 'Take a ticket by phone' }, ['own']),
  /** Held by devices of the hall. */
  serve: permission(
    'queue.serve',
    { 'zh-CN': '大厅设备取号与显示', en: 'Serve as a hall device' },
    ['own'],
  ),
} as const;
