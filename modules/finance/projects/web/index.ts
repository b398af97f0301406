import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/projects',
    title: { 'zh-CN': '预算项目', en: 'Projects' },
    hint: {
      'zh-CN': '全年各项目的预算、合同、已付、应付、可用和用尽预测。',
      en: 'Every project of a year: budget, contracts, paid, due, available and forecasts.',
    },
    group: 'finance',
    icon: 'list',
    order: 19,
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '项目库 项目支出', en: 'project pool' },
    load: () => import('./console/ProjectsPage.tsx').then((file) => file.ProjectsPage),
  },
  {
    surface: 'console',
    path: '/projects/$projectCode',
    title: { 'zh-CN': '预算项目', en: 'Project' },
    group: 'finance',
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/ProjectPage.tsx').then((file) => file.ProjectPage),
  },
  {
    surface: 'console',
    path: '/chain',
    title: { 'zh-CN': '资金链条', en: 'Chain of money' },
    hint: {
      'zh-CN': '从预算数字到合同、结算、每套印章每件快递、企业、办件和取号，以及一件事花了多少钱。',
      en: 'From a figure of the budget to each set and parcel, firm, case and ticket; and back.',
    },
    group: 'finance',
    icon: 'money',
    order: 20,
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '穿透 追溯 费用', en: 'trace cost' },
    load: () => import('./console/ChainPage.tsx').then((file) => file.ChainPage),
  },
  {
    surface: 'console',
    path: '/chain/projects/$projectCode',
    title: { 'zh-CN': '资金链条：项目', en: 'Chain of money: project' },
    group: 'finance',
    permission: permissions.view,
    load: () => import('./console/ChainOfProjectPage.tsx').then((file) => file.ChainOfProjectPage),
  },
  {
    surface: 'console',
    path: '/chain/contracts/$contractId',
    title: { 'zh-CN': '资金链条：合同', en: 'Chain of money: contract' },
    group: 'finance',
    permission: permissions.view,
    load: () =>
      import('./console/ChainOfContractPage.tsx').then((file) => file.ChainOfContractPage),
  },
  {
    surface: 'console',
    path: '/chain/settlements/$settlementId',
    title: { 'zh-CN': '资金链条：结算', en: 'Chain of money: settlement' },
    group: 'finance',
    permission: permissions.view,
    load: () =>
      import('./console/ChainOfSettlementPage.tsx').then((file) => file.ChainOfSettlementPage),
  },
  {
    surface: 'console',
    path: '/chain/costs',
    title: { 'zh-CN': '一件事的费用', en: 'What a case cost' },
    group: 'finance',
    permission: permissions.view,
    load: () => import('./console/CostsPage.tsx').then((file) => file.CostsPage),
  },
]);
