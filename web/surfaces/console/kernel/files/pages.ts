import { permissions } from '#kernel/files/contract.ts';

import { definePages } from '../../../../kit/pages.ts';

/** Files that are kept apart until somebody decides. */
export const filePages = definePages([
  {
    surface: 'console',
    path: '/quarantine',
    title: { 'zh-CN': '隔离文件', en: 'Quarantine' },
    hint: {
      'zh-CN': '处置可疑的上传文件：放行或销毁',
      en: 'Release or destroy uploaded files that are suspect',
    },
    alsoCalled: { 'zh-CN': '病毒 可疑 上传', en: 'virus suspect upload' },
    group: 'system',
    icon: 'shield',
    permission: permissions.manage,
    load: () => import('./QuarantinePage.tsx').then((file) => file.QuarantinePage),
  },
]);
