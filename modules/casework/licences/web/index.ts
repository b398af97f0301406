import { type PageDefinition, definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

/** Pages for the window and for the department behind it. */
const forStaff = (surface: 'desk' | 'console'): PageDefinition[] => [
  {
    surface,
    path: '/licences',
    title: { 'zh-CN': '电子证照', en: 'Licences' },
    hint: {
      'zh-CN': '查询证照，暂停、撤销、注销，打印，导出。',
      en: 'Look licences up, suspend, revoke and cancel them, print and export.',
    },
    group: surface === 'desk' ? 'work' : 'casework',
    order: 50,
    icon: 'licence',
    permission: permissions.view,
    alsoCalled: {
      'zh-CN': '许可证 营业执照 证照标识 注销 撤销',
      en: 'permits certificates revoke cancel identifier',
    },
    load: () => import('./desk/LicencesPage.tsx').then((file) => file.LicencesPage),
  },
  {
    surface,
    path: '/licences/verify',
    title: { 'zh-CN': '核验亮证码', en: 'Verify a code' },
    hint: {
      'zh-CN': '扫描持证人手机上的亮证码。',
      en: 'Scan the code that a holder shows.',
    },
    group: surface === 'desk' ? 'work' : 'casework',
    order: 51,
    icon: 'licence',
    permission: permissions.verify,
    isInNavigation: surface === 'desk',
    load: () => import('./desk/VerifyPage.tsx').then((file) => file.VerifyPage),
  },
  {
    surface,
    path: '/licences/$licenceId',
    title: { 'zh-CN': '证照', en: 'Licence' },
    group: surface === 'desk' ? 'work' : 'casework',
    permission: permissions.view,
    load: () => import('./desk/LicencePage.tsx').then((file) => file.LicencePage),
  },
];

export const pages = definePages([
  ...forStaff('desk'),
  ...forStaff('console'),
  {
    surface: 'console',
    path: '/licence-kinds',
    title: { 'zh-CN': '证照类型', en: 'Kinds of licence' },
    hint: {
      'zh-CN': '有效期、延续窗口、编号规则。',
      en: 'Validity, renewal and number patterns.',
    },
    group: 'casework',
    order: 55,
    icon: 'setting',
    permission: permissions.manageKinds,
    load: () => import('./console/KindsPage.tsx').then((file) => file.KindsPage),
  },
]);
