import { permission } from '#kernel/access/contract-permission.ts';

export const permissions = {
  view: permission('matters.view', {
    'zh-CN': '查看事项及其草稿与历史版本',
    en: 'See matters with drafts and history',
  }),
  draft: permission('matters.draft', {
    'zh-CN': '编制事项草稿并送审',
    en: 'Draft matters and submit them',
  }),
  publish: permission('matters.publish', {
    'zh-CN': '审核发布、退回与取消事项',
    en: 'Publish, return and withdraw matters',
  }),
} as const;
