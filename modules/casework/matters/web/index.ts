import { definePages } from '#web/kit/pages.ts';
import { defineSearch } from '#web/kit/search.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/matters/matters',
    title: { 'zh-CN': '政务服务事项', en: 'Matters' },
    hint: {
      'zh-CN': '编制、审核和发布实施清单',
      en: 'Draft, review and publish what can be applied for',
    },
    group: 'casework',
    order: 50,
    icon: 'list',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '实施清单 办事指南 事项目录', en: 'catalogue guides' },
    load: () => import('./console/MattersPage.tsx').then((file) => file.MattersPage),
  },
  {
    surface: 'console',
    path: '/matters/bundles',
    title: { 'zh-CN': '一件事', en: 'Several in one' },
    hint: { 'zh-CN': '几个事项一次办', en: 'Several matters as one' },
    group: 'casework',
    order: 60,
    icon: 'document',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '高效办成一件事 一业一证', en: 'bundles' },
    load: () => import('./console/MattersPage.tsx').then((file) => file.BundlesPage),
  },
  {
    surface: 'console',
    path: '/matters/matters/$matterId',
    title: { 'zh-CN': '事项版本', en: 'Editions of a matter' },
    group: 'casework',
    permission: permissions.view,
    load: () => import('./console/MatterPage.tsx').then((file) => file.MatterPage),
  },
  {
    surface: 'console',
    path: '/matters/new',
    title: { 'zh-CN': '新建事项', en: 'New matter' },
    group: 'casework',
    isInNavigation: false,
    permission: permissions.draft,
    load: () => import('./console/NewMatterPage.tsx').then((file) => file.NewMatterPage),
  },
  {
    surface: 'console',
    path: '/matters/new-bundle',
    title: { 'zh-CN': '新建一件事', en: 'New bundle' },
    group: 'casework',
    isInNavigation: false,
    permission: permissions.draft,
    load: () => import('./console/NewMatterPage.tsx').then((file) => file.NewBundlePage),
  },
  {
    surface: 'console',
    path: '/matters/editions/$editionId',
    title: { 'zh-CN': '实施清单', en: 'Edition' },
    group: 'casework',
    permission: permissions.view,
    load: () => import('./console/EditionPage.tsx').then((file) => file.EditionPage),
  },
  {
    surface: 'console',
    path: '/matters/bundle-editions/$editionId',
    title: { 'zh-CN': '一件事版本', en: 'Edition of a bundle' },
    group: 'casework',
    permission: permissions.view,
    load: () => import('./console/EditionPage.tsx').then((file) => file.BundleEditionPage),
  },
  {
    surface: 'console',
    path: '/matters/comparison/$editionId',
    title: { 'zh-CN': '版本比较', en: 'Comparison' },
    group: 'casework',
    permission: permissions.view,
    load: () => import('./console/ComparePage.tsx').then((file) => file.ComparePage),
  },
]);

/** Matters and bundles by Chinese, pinyin and initials. */
export const searches = defineSearch([
  {
    name: 'matters.guide',
    title: { 'zh-CN': '事项', en: 'Matters' },
    surfaces: ['console'],
    permission: permissions.view,
    find: (text, signal) =>
      import('./console/find-matters.ts').then(({ findMatters }) => findMatters(text, signal)),
  },
]);
