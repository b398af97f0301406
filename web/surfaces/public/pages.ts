import { definePages } from '../../kit/pages.ts';

/** Pages of the public surface that belong to no module. */
export const pages = definePages([
  {
    surface: 'public',
    path: '/',
    title: { 'zh-CN': '首页', en: 'Start' },
    order: 1,
    load: () => import('./HomePage.tsx').then((file) => file.HomePage),
  },
  {
    surface: 'public',
    path: '/me',
    title: { 'zh-CN': '我的', en: 'My page' },
    order: 900,
    needsSignIn: true,
    load: () => import('./MyPage.tsx').then((file) => file.MyPage),
  },
  {
    surface: 'public',
    path: '/signed-in',
    title: { 'zh-CN': '登录成功', en: 'Signed in' },
    isInNavigation: false,
    load: () => import('./SignedInPage.tsx').then((file) => file.SignedInPage),
  },
  {
    surface: 'public',
    path: '/accessibility',
    title: { 'zh-CN': '无障碍说明', en: 'Accessibility' },
    isInNavigation: false,
    load: () => import('./AccessibilityPage.tsx').then((file) => file.AccessibilityPage),
  },
  {
    surface: 'public',
    path: '/privacy',
    title: { 'zh-CN': '隐私说明', en: 'Privacy' },
    isInNavigation: false,
    load: () => import('./PrivacyPage.tsx').then((file) => file.PrivacyPage),
  },
]);
