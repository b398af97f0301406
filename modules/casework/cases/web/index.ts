import { type PageDefinition, definePages } from '#web/kit/pages.ts';
import { defineSearch } from '#web/kit/search.ts';

import { permissions } from '../contract.ts';

/** Pages for everybody who takes in, handles or looks after cases. */
const forStaff = (surface: 'desk' | 'console'): PageDefinition[] => [
  {
    surface,
    path: '/cases',
    title: { 'zh-CN': '办件', en: 'Cases' },
    hint: {
      'zh-CN': '我的、本部门、超期与全部办件，按期限先后',
      en: 'One’s own, the department’s, overdue and all cases, by what is due first',
    },
    group: surface === 'desk' ? 'work' : 'casework',
    order: 20,
    icon: 'case',
    permission: permissions.view,
    alsoCalled: {
      'zh-CN': '办件编号 查询码 审批 受理 待办',
      en: 'case number query code queue approval',
    },
    load: () => import('./desk/queue/CasesPage.tsx').then((file) => file.CasesPage),
  },
  {
    surface,
    path: '/cases/opinions',
    title: { 'zh-CN': '待答复意见', en: 'Opinions to give' },
    group: surface === 'desk' ? 'work' : 'casework',
    isInNavigation: false,
    permission: permissions.advise,
    load: () => import('./desk/queue/OpinionsPage.tsx').then((file) => file.OpinionsPage),
  },
  {
    surface,
    path: '/cases/intake',
    title: { 'zh-CN': '收件', en: 'Take in' },
    hint: {
      'zh-CN': '核验申请人、选事项、核材料、收件受理',
      en: 'Find the applicant, pick the matter, check the papers, receive and accept',
    },
    group: surface === 'desk' ? 'work' : 'casework',
    isInNavigation: surface === 'desk',
    order: 10,
    icon: 'document',
    permission: permissions.intake,
    alsoCalled: { 'zh-CN': '受理 收件 综合窗口 登记', en: 'intake reception window receive' },
    load: () => import('./desk/intake/IntakePage.tsx').then((file) => file.IntakePage),
  },
  {
    surface,
    path: '/cases/$caseId',
    title: { 'zh-CN': '办件详情', en: 'Case' },
    group: surface === 'desk' ? 'work' : 'casework',
    permission: permissions.view,
    load: () => import('./desk/file/CasePage.tsx').then((file) => file.CasePage),
  },
];

export const pages = definePages([
  ...forStaff('desk'),
  ...forStaff('console'),
  {
    surface: 'console',
    path: '/case-settings',
    title: { 'zh-CN': '办件时限与预警', en: 'Limits and lights' },
    hint: {
      'zh-CN': '亮灯时间、补正与容缺期限、窗口收件截止时间',
      en: 'When lights change, how long corrections take, when the hall closes',
    },
    group: 'casework',
    order: 90,
    icon: 'clock',
    permission: permissions.manageSettings,
    load: () => import('./console/SettingsPage.tsx').then((file) => file.SettingsPage),
  },
]);

export const searches = defineSearch([
  {
    name: 'cases.cases',
    title: { 'zh-CN': '办件', en: 'Cases' },
    surfaces: ['desk', 'console'],
    permission: permissions.view,
    find: (text, signal) =>
      import('./parts/find-cases.ts').then(({ findCases }) => findCases(text, signal)),
  },
]);
