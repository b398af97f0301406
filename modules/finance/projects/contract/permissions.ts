import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('projects.view', {
    'zh-CN': '查看预算项目及其执行',
    en: 'See the projects of the budget and how they are spent',
  }),
} as const;
