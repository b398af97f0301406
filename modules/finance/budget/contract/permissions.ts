import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('budget.view', {
    'zh-CN': '查看预算编制、版本和审核结果',
    en: 'See budget versions, lines and audits',
  }),
  draft: permission('budget.draft', {
    'zh-CN': '编制预算：预算行、文字说明、提交版本',
    en: 'Draft budgets: lines, narrative, submission',
  }),
  approve: permission('budget.approve', {
    'zh-CN': '审批预算版本，登记控制数和批复',
    en: 'Approve budget versions, enter control figures and approvals',
  }),
  publish: permission('budget.publish', {
    'zh-CN': '公开预算',
    en: 'Publish the budget',
  }),
} as const;
