import { z } from 'zod';

import { event } from '../events/contract.ts';
import { Id } from '../http/shapes.ts';
import { AccountKind, AccountStatus } from './contract-account.ts';
import { AccessSettings } from './contract-entry.ts';
import { RoleName, Scope } from './contract-role.ts';

const account = z.object({ accountId: Id });
const grant = z.object({ grantId: Id, accountId: Id, role: RoleName, scope: Scope });

/** Why somebody was not let in. */
export const SignInFailure = z.enum([
  'unknown-name',
  'wrong-password',
  'locked',
  'disabled',
  'wrong-code',
  'passkey-refused',
  'identity-refused',
  'enrolment-refused',
]);
export type SignInFailure = z.infer<typeof SignInFailure>;

export const accessEvents = {
  signedIn: event({
    name: 'access.signed-in',
    version: 1,
    title: { 'zh-CN': '登录', en: 'Signed in' },
    payload: account.extend({ sessionId: Id, kind: AccountKind, method: z.string() }),
  }),
  signInFailed: event({
    name: 'access.sign-in-failed',
    version: 1,
    title: { 'zh-CN': '登录失败', en: 'Sign-in failed' },
    payload: z.object({ accountId: Id.nullable(), reason: SignInFailure }),
  }),
  signedOut: event({
    name: 'access.signed-out',
    version: 1,
    title: { 'zh-CN': '退出登录', en: 'Signed out' },
    payload: account.extend({ sessionId: Id }),
  }),
  sessionsRevoked: event({
    name: 'access.sessions-revoked',
    version: 1,
    title: { 'zh-CN': '会话被终止', en: 'Sessions ended' },
    payload: account.extend({ sessionIds: z.array(Id) }),
  }),
  identityProven: event({
    name: 'access.identity-proven',
    version: 1,
    title: { 'zh-CN': '再次验证身份', en: 'Identity proven again' },
    payload: account.extend({ sessionId: Id, method: z.string() }),
  }),
  accountCreated: event({
    name: 'access.account-created',
    version: 1,
    title: { 'zh-CN': '新建账号', en: 'Account created' },
    payload: account.extend({ kind: AccountKind }),
  }),
  accountChanged: event({
    name: 'access.account-changed',
    version: 1,
    title: { 'zh-CN': '修改账号', en: 'Account changed' },
    payload: account,
  }),
  accountStatusChanged: event({
    name: 'access.account-status-changed',
    version: 1,
    title: { 'zh-CN': '账号停用或启用', en: 'Account disabled or enabled' },
    payload: account.extend({ status: AccountStatus, reason: z.string() }),
  }),
  accountUnlocked: event({
    name: 'access.account-unlocked',
    version: 1,
    title: { 'zh-CN': '账号解锁', en: 'Account unlocked' },
    payload: account,
  }),
  passwordChanged: event({
    name: 'access.password-changed',
    version: 1,
    title: { 'zh-CN': '修改密码', en: 'Password changed' },
    payload: account,
  }),
  passwordReset: event({
    name: 'access.password-reset',
    version: 1,
    title: { 'zh-CN': '重置密码', en: 'Password reset' },
    payload: account,
  }),
  factorAdded: event({
    name: 'access.factor-added',
    version: 1,
    title: { 'zh-CN': '绑定第二因素', en: 'Second factor added' },
    payload: account.extend({ factor: z.enum(['totp', 'passkey', 'recovery-codes']) }),
  }),
  factorRemoved: event({
    name: 'access.factor-removed',
    version: 1,
    title: { 'zh-CN': '移除第二因素', en: 'Second factor removed' },
    payload: account.extend({
      factor: z.enum(['totp', 'passkey', 'all']),
      reason: z.string().optional(),
    }),
  }),
  recoveryCodeUsed: event({
    name: 'access.recovery-code-used',
    version: 1,
    title: { 'zh-CN': '使用恢复码', en: 'Recovery code used' },
    payload: account.extend({ left: z.number().int() }),
  }),
  roleChanged: event({
    name: 'access.role-changed',
    version: 1,
    title: { 'zh-CN': '角色变更', en: 'Role changed' },
    payload: z.object({ role: RoleName, act: z.enum(['created', 'changed']) }),
  }),
  roleGranted: event({
    name: 'access.role-granted',
    version: 1,
    title: { 'zh-CN': '授予角色', en: 'Role granted' },
    payload: grant.extend({ confirmedBy: z.string().nullable() }),
  }),
  roleGrantAsked: event({
    name: 'access.role-grant-asked',
    version: 1,
    title: { 'zh-CN': '申请授予管理员角色', en: 'Administrator’s role asked for' },
    payload: grant,
  }),
  roleRevoked: event({
    name: 'access.role-revoked',
    version: 1,
    title: { 'zh-CN': '收回角色', en: 'Role taken away' },
    payload: grant,
  }),
  settingsChanged: event({
    name: 'access.settings-changed',
    version: 1,
    title: { 'zh-CN': '登录安全策略变更', en: 'Rules of sign-in changed' },
    payload: AccessSettings,
  }),
  enrolmentOpened: event({
    name: 'access.device-enrolment-opened',
    version: 1,
    title: { 'zh-CN': '生成设备注册码', en: 'Device enrolment opened' },
    payload: account,
  }),
  deviceEnrolled: event({
    name: 'access.device-enrolled',
    version: 1,
    title: { 'zh-CN': '设备登记完成', en: 'Device enrolled' },
    payload: account.extend({ keyId: Id }),
  }),
  deviceKeysRevoked: event({
    name: 'access.device-keys-revoked',
    version: 1,
    title: { 'zh-CN': '设备密钥作废', en: 'Device keys revoked' },
    payload: account.extend({ reason: z.string() }),
  }),
} as const;
