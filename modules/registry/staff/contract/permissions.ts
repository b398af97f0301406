import { permission } from '#kernel/access/contract-permission.ts';

const places = ['centre', 'site', 'department'] as const;

export const permissions = {
  view: permission(
    'staff.view',
    { 'zh-CN': '查看人员、派驻与排班（脱敏）', en: 'See staff, stationing and rosters (masked)' },
    places,
  ),
  manage: permission(
    'staff.manage',
    { 'zh-CN': '维护人员档案', en: 'Keep the register of staff' },
    ['centre', 'department'],
  ),
  reveal: permission(
    'staff.reveal',
    { 'zh-CN': '查看人员联系方式原文', en: "See people's contacts in full" },
    ['centre', 'department'],
  ),
  exchange: permission('staff.exchange', {
    'zh-CN': '导入导出人员表（含联系方式原文）',
    en: 'Import and export the sheet of staff, contacts in full',
  }),
  assign: permission(
    'staff.assign',
    { 'zh-CN': '安排窗口岗位AB角', en: 'Station people at windows' },
    places,
  ),
  roster: permission('staff.roster', { 'zh-CN': '排班', en: 'Plan the roster' }, places),
  approveLeave: permission(
    'staff.approve-leave',
    { 'zh-CN': '审批请假', en: 'Decide requests for leave' },
    places,
  ),
  viewOwn: permission(
    'staff.view-own',
    { 'zh-CN': '查看本人档案、排班与请假', en: 'See one’s own record, roster and leave' },
    ['own'],
  ),
  requestLeave: permission(
    'staff.request-leave',
    { 'zh-CN': '申请与撤销本人请假', en: 'Ask for leave and take it back' },
    ['own'],
  ),
} as const;
