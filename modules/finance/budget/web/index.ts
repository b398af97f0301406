import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/budget/versions',
    title: { 'zh-CN': '部门预算', en: 'Departmental budget' },
    hint: {
      'zh-CN': '编制、审核、批复和公开预算版本',
      en: 'Draft, audit, approve and publish versions',
    },
    group: 'finance',
    order: 20,
    icon: 'money',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '一上一下二上二下 调剂 调整 预算行', en: 'lines versions' },
    load: () => import('./console/VersionsPage.tsx').then((file) => file.VersionsPage),
  },
  {
    surface: 'console',
    path: '/budget/versions/$versionId',
    title: { 'zh-CN': '预算版本', en: 'Budget version' },
    group: 'finance',
    permission: permissions.view,
    load: () => import('./console/VersionPage.tsx').then((file) => file.VersionPage),
  },
  {
    surface: 'console',
    path: '/budget/versions/$versionId/facts',
    title: { 'zh-CN': '编制说明要素', en: 'Facts of the narrative' },
    group: 'finance',
    permission: permissions.view,
    load: () => import('./console/FactsPage.tsx').then((file) => file.FactsPage),
  },
  {
    surface: 'console',
    path: '/budget/audit',
    title: { 'zh-CN': '预算审核', en: 'Budget audit' },
    hint: {
      'zh-CN': '核对任何部门公开的预算：文本、网页、PDF、工作簿',
      en: 'Check the published budget of any department',
    },
    group: 'finance',
    order: 30,
    icon: 'audit',
    permission: permissions.view,
    load: () => import('./console/AuditPage.tsx').then((file) => file.AuditPage),
  },
]);
