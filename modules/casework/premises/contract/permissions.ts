import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('premises.view', { 'zh-CN': '查看住所备案', en: 'See filed premises' }, [
    'centre',
    'site',
    'department',
    'window',
  ]),
  check: permission(
    'premises.check',
    { 'zh-CN': '住所备案街镇初核', en: 'Check premises for the town' },
    ['centre', 'site'],
  ),
  decide: permission(
    'premises.decide',
    { 'zh-CN': '准予、退回、暂停、撤销住所备案', en: 'File, return, suspend and revoke premises' },
    ['centre', 'department'],
  ),
  manageSettings: permission('premises.manage-settings', {
    'zh-CN': '修改住所备案规则',
    en: 'Change the rules of the premises register',
  }),
  operateOwn: permission(
    'premises.operate-own',
    { 'zh-CN': '备案本单位运营的住所', en: 'File the premises that one’s firm runs' },
    ['own'],
  ),
} as const;
