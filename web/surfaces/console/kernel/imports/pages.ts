import { permissions } from '#kernel/imports/contract.ts';

import { definePages } from '../../../../kit/pages.ts';

/** Sheets in and out: one page for each kind of record that has a sheet. */
export const importPages = definePages([
  {
    surface: 'console',
    path: '/imports',
    title: { 'zh-CN': '导入导出', en: 'Import and export' },
    hint: {
      'zh-CN': '用表格批量维护基础信息，导入前可预览',
      en: 'Keep the registers by spreadsheet, with a preview before anything changes',
    },
    alsoCalled: { 'zh-CN': '表格 模板 Excel CSV', en: 'sheet template Excel CSV' },
    group: 'registry',
    icon: 'list',
    order: 900,
    permission: permissions.use,
    load: () => import('./ImportsPage.tsx').then((file) => file.ImportsPage),
  },
  {
    surface: 'console',
    path: '/imports/$importer',
    title: { 'zh-CN': '导入导出', en: 'Import and export' },
    group: 'registry',
    permission: permissions.use,
    load: () => import('./ImportPage.tsx').then((file) => file.ImportPage),
  },
]);
