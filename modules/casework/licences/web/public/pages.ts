import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../../contract.ts';

/** Apart from the staff's pages: what visitors load never reaches the staff's lists and components. */
export const publicPages = definePages([
  {
    surface: 'public',
    path: '/me/licences',
    title: { 'zh-CN': '我的证照', en: 'My licences' },
    order: 905,
    permission: permissions.viewOwn,
    load: () => import('./WalletPage.tsx').then((file) => file.WalletPage),
  },
  {
    surface: 'public',
    path: '/me/licences/$licenceId',
    title: { 'zh-CN': '证照', en: 'Licence' },
    permission: permissions.viewOwn,
    load: () => import('./OwnLicencePage.tsx').then((file) => file.OwnLicencePage),
  },
  {
    surface: 'public',
    path: '/verify/licence',
    title: { 'zh-CN': '证照核验', en: 'Check a licence' },
    hint: {
      'zh-CN': '扫描或输入证照上的核验码，看它现在是否有效。',
      en: 'Scan or type the code on a licence and see whether it holds now.',
    },
    order: 300,
    load: () => import('./VerifyPage.tsx').then((file) => file.VerifyPage),
  },
  {
    surface: 'public',
    path: '/verify/licence/$code',
    title: { 'zh-CN': '证照核验', en: 'Check a licence' },
    load: () => import('./VerifyPage.tsx').then((file) => file.VerifiedPage),
  },
  {
    surface: 'public',
    path: '/verify/shown/$code',
    title: { 'zh-CN': '亮证核验', en: 'Check a licence that is shown' },
    load: () => import('./ShownPage.tsx').then((file) => file.ShownPage),
  },
]);
