import { permission } from '#kernel/access/contract-permission.ts';

const desk = ['centre', 'site', 'department', 'window'] as const;
const department = ['centre', 'department'] as const;

export const permissions = {
  view: permission('cases.view', { 'zh-CN': '查看办件', en: 'See cases' }, [...desk, 'own']),
  intake: permission(
    'cases.intake',
    { 'zh-CN': '收件', en: 'Take applications in at the window' },
    desk,
  ),
  accept: permission(
    'cases.accept',
    { 'zh-CN': '受理、补正与不予受理', en: 'Accept, ask for correction, refuse to accept' },
    desk,
  ),
  examine: permission('cases.examine', { 'zh-CN': '审查', en: 'Examine cases' }, [
    ...department,
    'own',
  ]),
  advise: permission(
    'cases.advise',
    { 'zh-CN': '答复征求意见', en: 'Answer requests for an opinion' },
    department,
  ),
  decide: permission('cases.decide', { 'zh-CN': '审批决定', en: 'Decide cases' }, department),
  extend: permission(
    'cases.extend',
    { 'zh-CN': '批准延期（负责人）', en: 'Extend the limit (head)' },
    department,
  ),
  revoke: permission(
    'cases.revoke',
    { 'zh-CN': '撤销与重新作出决定（负责人）', en: 'Revoke, decide again (head)' },
    department,
  ),
  assign: permission('cases.assign', { 'zh-CN': '分办与转办', en: 'Assign cases' }, department),
  issue: permission('cases.issue', { 'zh-CN': '制证', en: 'Make licences' }, [
    ...department,
    'site',
  ]),
  deliver: permission('cases.deliver', { 'zh-CN': '送达', en: 'Deliver results' }, desk),
  archive: permission('cases.archive', { 'zh-CN': '归档', en: 'Archive cases' }, department),
  export: permission('cases.export', { 'zh-CN': '导出办件', en: 'Export cases' }, department),
  manageSettings: permission('cases.manage-settings', {
    'zh-CN': '设置办件时限与预警',
    en: 'Set limits and lights',
  }),
  viewOwn: permission('cases.view-own', { 'zh-CN': '查看本人办件', en: 'See one’s own cases' }, [
    'own',
  ]),
  apply: permission('cases.apply', { 'zh-CN': '申请办理', en: 'Apply' }, ['own']),
} as const;

export type CasePermission = keyof typeof permissions;
