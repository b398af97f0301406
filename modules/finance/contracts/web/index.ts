import { definePages, type PageDefinition } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

const page = (
  more: Pick<PageDefinition, 'path' | 'title' | 'load'> & Partial<PageDefinition>,
): PageDefinition => ({
  surface: 'console',
  group: 'finance',
  icon: 'money',
  permission: permissions.view,
  ...more,
});

export const pages = definePages([
  page({
    path: '/contracts/overview',
    title: { 'zh-CN': '预算执行', en: 'Budget execution' },
    hint: {
      'zh-CN': '各项目已付、应付、已签约、可用，计量合同的用尽预测。',
      en: 'Paid, due, committed and available by project, and when metered contracts run out.',
    },
    order: 20,
    icon: 'chart',
    load: () => import('./console/OverviewPage.tsx').then((file) => file.OverviewPage),
  }),
  page({
    path: '/contracts/contracts',
    title: { 'zh-CN': '合同', en: 'Contracts' },
    hint: {
      'zh-CN': '分期、计量、据实合同，结算与付款。',
      en: 'Contracts with their settlements and payments.',
    },
    order: 21,
    icon: 'contract',
    load: () => import('./console/ContractsPage.tsx').then((file) => file.ContractsPage),
  }),
  page({
    path: '/contracts/contracts/$contractId',
    title: { 'zh-CN': '合同', en: 'Contract' },
    load: () => import('./console/ContractPage.tsx').then((file) => file.ContractPage),
  }),
  page({
    path: '/contracts/contracts/$contractId/settlements/$settlementId',
    title: { 'zh-CN': '计量明细', en: 'What was counted' },
    load: () => import('./console/CountedPage.tsx').then((file) => file.CountedPage),
  }),
  page({
    path: '/contracts/documents',
    title: { 'zh-CN': '财务单据', en: 'Documents' },
    hint: {
      'zh-CN': '经办、审核、批准三人分签。',
      en: 'Made, checked and approved by three people.',
    },
    order: 22,
    icon: 'document',
    load: () => import('./console/DocumentsPage.tsx').then((file) => file.DocumentsPage),
  }),
  page({
    path: '/contracts/documents/new',
    title: { 'zh-CN': '经办单据', en: 'Prepare a document' },
    hint: {
      'zh-CN': '合同、结算、付款、采购申请、调整、调剂、结清。',
      en: 'Contract, settlement, payment, procurement, adjustment, transfer, closure.',
    },
    isInNavigation: false,
    permission: permissions.prepare,
    load: () => import('./console/making/NewDocumentPage.tsx').then((file) => file.NewDocumentPage),
  }),
  page({
    path: '/contracts/documents/$documentId',
    title: { 'zh-CN': '财务单据', en: 'Document' },
    load: () => import('./console/DocumentPage.tsx').then((file) => file.DocumentPage),
  }),
  page({
    path: '/contracts/movements',
    title: { 'zh-CN': '执行台账', en: 'Ledger' },
    hint: { 'zh-CN': '每一笔资金变动，只增不改。', en: 'Every movement; none is ever changed.' },
    order: 23,
    icon: 'audit',
    load: () => import('./console/MovementsPage.tsx').then((file) => file.MovementsPage),
  }),
  page({
    path: '/contracts/procurement',
    title: { 'zh-CN': '采购计划', en: 'Procurement plan' },
    hint: {
      'zh-CN': '采购项目、中小企业预留、拆分提示。',
      en: 'Items, what is set aside, and signs of splitting.',
    },
    order: 24,
    icon: 'case',
    load: () => import('./console/PlanPage.tsx').then((file) => file.PlanPage),
  }),
  page({
    path: '/contracts/overdue',
    title: { 'zh-CN': '逾期事项', en: 'Overdue' },
    hint: { 'zh-CN': '逾期未付款、逾期未公告。', en: 'Late payments and late publications.' },
    order: 25,
    icon: 'alarm',
    load: () => import('./console/OverduePage.tsx').then((file) => file.OverduePage),
  }),
  page({
    path: '/contracts/year-end',
    title: { 'zh-CN': '年终结转', en: 'Year-end' },
    hint: {
      'zh-CN': '年末未结算金额的结转建议与年限。',
      en: 'What is left at the end of a year, and its age.',
    },
    order: 26,
    icon: 'calendar',
    load: () => import('./console/YearEndPage.tsx').then((file) => file.YearEndPage),
  }),
]);
