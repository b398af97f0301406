import { permission } from '#kernel/access/contract-permission.ts';

const units = ['centre', 'department'] as const;

export const permissions = {
  view: permission('complaints.view', { 'zh-CN': '查看投诉与诉求', en: 'See complaints' }, units),
  register: permission('complaints.register', {
    'zh-CN': '登记投诉、工单与办不成事',
    en: 'Take up complaints, slips and letters',
  }),
  handle: permission(
    'complaints.handle',
    { 'zh-CN': '承办投诉与诉求', en: 'Handle complaints' },
    units,
  ),
  supervise: permission('complaints.supervise', {
    'zh-CN': '分派、审核与回访',
    en: 'Assign, review and call back',
  }),
  reveal: permission(
    'complaints.reveal',
    { 'zh-CN': '查看诉求人联系方式', en: 'See how a complainant can be reached' },
    units,
  ),
  assess: permission('complaints.assess', { 'zh-CN': '登记考评', en: 'Keep assessment scores' }),
  judge: permission('complaints.judge-appeals', {
    'zh-CN': '处理考评申诉',
    en: 'Decide appeals against scores',
  }),
  viewScores: permission(
    'complaints.view-scores',
    { 'zh-CN': '查看考评', en: 'See assessment scores' },
    [...units, 'own'],
  ),
  appeal: permission(
    'complaints.appeal-score',
    { 'zh-CN': '考评申诉', en: 'Appeal against a score' },
    [...units, 'own'],
  ),
  export: permission('complaints.export-scores', {
    'zh-CN': '导出考评月表',
    en: 'Export the monthly table',
  }),
  manageSettings: permission('complaints.manage-settings', {
    'zh-CN': '设置投诉时限与考评项目',
    en: 'Set terms and assessment items',
  }),
} as const;
