import { administratorPermission } from './contract-permission.ts';

/** What the security administrator does. No other role can be given these. */
export const accessPermissions = {
  viewAccounts: administratorPermission('security', 'access.view-accounts', {
    'zh-CN': '查看账号',
    en: 'See accounts',
  }),
  manageAccounts: administratorPermission('security', 'access.manage-accounts', {
    'zh-CN': '管理账号：新建、停用、解锁、重置密码',
    en: 'Manage accounts: create, disable, unlock, reset passwords',
  }),
  viewRoles: administratorPermission('security', 'access.view-roles', {
    'zh-CN': '查看角色与授权',
    en: 'See roles and grants',
  }),
  manageRoles: administratorPermission('security', 'access.manage-roles', {
    'zh-CN': '管理角色与授权',
    en: 'Manage roles and grants',
  }),
  viewSessions: administratorPermission('security', 'access.view-sessions', {
    'zh-CN': '查看登录会话',
    en: 'See sessions',
  }),
  revokeSessions: administratorPermission('security', 'access.revoke-sessions', {
    'zh-CN': '终止登录会话',
    en: 'End sessions',
  }),
  manageSettings: administratorPermission('security', 'access.manage-settings', {
    'zh-CN': '管理登录安全策略',
    en: 'Manage the rules of sign-in',
  }),
} as const;
