import type { RoleDefinition } from '#kernel/access/index.ts';

import { seesThePlace } from './sees-the-place.ts';

/** Roles of money: who drafts, and the three who prepare, check and approve each payment. */
export const financeRoles: readonly RoleDefinition[] = [
  {
    role: 'finance',
    title: { 'zh-CN': '财务人员', en: 'Finance' },
    permissions: [
      ...seesThePlace,
      'budget.view@centre',
      'budget.draft@centre',
      'contracts.view',
      'projects.view',
      'performance.view',
      'performance.draft',
    ],
  },
  {
    role: 'finance-maker',
    title: { 'zh-CN': '财务经办', en: 'Finance, maker' },
    permissions: [
      ...seesThePlace,
      'contracts.view',
      'projects.view',
      'contracts.prepare',
      'imports.use@centre',
    ],
  },
  {
    role: 'finance-checker',
    title: { 'zh-CN': '财务审核', en: 'Finance, checker' },
    permissions: [
      ...seesThePlace,
      'contracts.view',
      'projects.view',
      'contracts.check',
      'contracts.manage-rules',
      'imports.use@centre',
    ],
  },
  {
    role: 'finance-approver',
    title: { 'zh-CN': '财务审批', en: 'Finance, approver' },
    permissions: [
      ...seesThePlace,
      'contracts.view',
      'projects.view',
      'contracts.approve',
      'budget.view@centre',
      'budget.approve@centre',
      'budget.publish@centre',
      'performance.view',
      'performance.approve',
    ],
  },
];
