import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('devices.view', { 'zh-CN': '查看设备', en: 'See devices' }, ['centre', 'site']),
  manage: permission(
    'devices.manage',
    { 'zh-CN': '维护设备台账与注册', en: 'Keep the register and enrol devices' },
    ['centre', 'site'],
  ),
  operate: permission(
    'devices.operate',
    { 'zh-CN': '远程操作设备', en: 'Operate devices from afar: message, restart, lock' },
    ['centre', 'site'],
  ),
  report: permission('devices.report', { 'zh-CN': '报修设备', en: 'Report a fault' }, [
    'centre',
    'site',
    'window',
  ]),
  /** Held by a device itself. */
  serve: permission('devices.serve', { 'zh-CN': '设备自身通信', en: 'Speak as a device' }, ['own']),
} as const;
