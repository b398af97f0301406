import { definePages } from '#web/kit/pages.ts';

/** The kiosk, for the surface that puts the public pages on it. */
export { KioskPage } from './hall/KioskPage.tsx';

/** Pages that only a kiosk has. They stand among the public ones on its router, and on no other surface. */
export const kioskPages = definePages([
  {
    surface: 'public',
    path: '/',
    title: { 'zh-CN': '首页', en: 'Start' },
    load: () => import('./hall/HomePage.tsx').then((file) => file.HomePage),
  },
  {
    surface: 'public',
    path: '/sign-in',
    title: { 'zh-CN': '登录', en: 'Sign in' },
    load: () => import('./hall/SignInPage.tsx').then((file) => file.SignInPage),
  },
  {
    surface: 'public',
    path: '/start',
    title: { 'zh-CN': '自助申报', en: 'Apply' },
    needsSignIn: true,
    load: () => import('./hall/StartPage.tsx').then((file) => file.StartPage),
  },
]);
