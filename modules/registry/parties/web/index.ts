import { type PageDefinition, definePages } from '#web/kit/pages.ts';
import { defineSearch } from '#web/kit/search.ts';

import { permissions } from '../contract.ts';

/** Pages for everybody who serves people, at the window and behind it. */
const forStaff = (surface: 'desk' | 'console'): PageDefinition[] => [
  {
    surface,
    path: '/parties',
    title: { 'zh-CN': '办事主体', en: 'Citizens and firms' },
    hint: {
      'zh-CN': '查询、登记、核验自然人和法人',
      en: 'Find, register and verify people and firms',
    },
    group: surface === 'desk' ? 'work' : 'registry',
    order: 60,
    icon: 'party',
    permission: permissions.view,
    alsoCalled: {
      'zh-CN': '自然人 法人 身份证 统一社会信用代码 手机号',
      en: 'people companies identity number credit code phone',
    },
    load: () => import('./desk/SearchPage.tsx').then((file) => file.SearchPage),
  },
  {
    surface,
    path: '/parties/register',
    title: { 'zh-CN': '登记办事主体', en: 'Register a citizen or firm' },
    group: surface === 'desk' ? 'work' : 'registry',
    isInNavigation: false,
    permission: permissions.register,
    load: () => import('./desk/RegisterPage.tsx').then((file) => file.RegisterPage),
  },
  {
    surface,
    path: '/parties/$partyId',
    title: { 'zh-CN': '办事主体', en: 'Citizen or firm' },
    group: surface === 'desk' ? 'work' : 'registry',
    permission: permissions.view,
    load: () => import('./desk/PartyPage.tsx').then((file) => file.PartyPage),
  },
];

export const pages = definePages([
  ...forStaff('desk'),
  ...forStaff('console'),
  {
    surface: 'console',
    path: '/party-duplicates',
    title: { 'zh-CN': '重复主体', en: 'Duplicate records' },
    hint: { 'zh-CN': '比对并合并重复登记的主体', en: 'Compare and merge records of the same one' },
    group: 'registry',
    order: 61,
    icon: 'people',
    permission: permissions.merge,
    load: () => import('./console/DuplicatesPage.tsx').then((file) => file.DuplicatesPage),
  },
  {
    surface: 'console',
    path: '/party-duplicates/$partyId/$fromId',
    title: { 'zh-CN': '合并主体', en: 'Merge records' },
    group: 'registry',
    permission: permissions.merge,
    load: () => import('./console/MergePage.tsx').then((file) => file.MergePage),
  },
  {
    surface: 'console',
    path: '/party-retention',
    title: { 'zh-CN': '个人信息保存期限', en: 'Retention of personal data' },
    hint: { 'zh-CN': '规定个人信息保存多久及依据', en: 'How long personal data is kept, and why' },
    group: 'security',
    order: 80,
    icon: 'shield',
    permission: permissions.manageSettings,
    load: () => import('./console/RetentionPage.tsx').then((file) => file.RetentionPage),
  },
]);

export const searches = defineSearch([
  {
    name: 'parties.parties',
    title: { 'zh-CN': '办事主体', en: 'Citizens and firms' },
    surfaces: ['desk', 'console'],
    permission: permissions.view,
    find: (text, signal) =>
      import('./parts/find-parties.ts').then(({ findParties }) => findParties(text, signal)),
  },
]);
