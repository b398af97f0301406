import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('performance.view', {
    'zh-CN': '查看绩效目标、监控与自评',
    en: 'See performance targets, monitoring and self-evaluation',
  }),
  draft: permission('performance.draft', {
    'zh-CN': '编报绩效目标，填报完成情况、监控与自评',
    en: 'Draft performance targets, record what was reached, monitor and evaluate',
  }),
  approve: permission('performance.approve', {
    'zh-CN': '审核批复绩效目标',
    en: 'Approve performance targets that others declared',
  }),
} as const;
