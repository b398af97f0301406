import { z } from 'zod';

import { route } from '../http/contract.ts';
import { Done, Id, IdParams, Instant, PageQuery, pageOf } from '../http/shapes.ts';
import { accessPermissions as permissions } from './contract-permissions.ts';
import { accessProblems as problems } from './contract-problems.ts';
import { LocaleChoice, Password } from './contract-session.ts';

export const AccountKind = z.enum(['staff', 'citizen', 'device']);
export type AccountKind = z.infer<typeof AccountKind>;

export const AccountStatus = z.enum(['active', 'disabled']);
export type AccountStatus = z.infer<typeof AccountStatus>;

/** The name that staff type to sign in: compared in lower case. */
export const NewLoginName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/);

export const DisplayName = z.string().trim().min(1).max(60);

export const AccountInput = z.object({
  loginName: NewLoginName,
  displayName: DisplayName,
  locale: LocaleChoice.default('zh-CN'),
  demandsSecondFactor: z.boolean().default(false),
});
export type AccountInput = z.infer<typeof AccountInput>;

export const Account = z.object({
  id: Id,
  kind: AccountKind,
  loginName: z.string().nullable(),
  /** Masked for citizens: the full name is the register's to show. */
  displayName: z.string(),
  status: AccountStatus,
  locale: LocaleChoice,
  hasPassword: z.boolean(),
  mustChangePassword: z.boolean(),
  demandsSecondFactor: z.boolean(),
  /** Until when sign-in is refused after failures; null when it is not. */
  lockedUntil: Instant.nullable(),
  hasTotp: z.boolean(),
  passkeys: z.number().int(),
  lastSignInAt: Instant.nullable(),
  isDemonstration: z.boolean(),
  createdAt: Instant,
  version: z.number().int(),
});
export type Account = z.infer<typeof Account>;

export const ListAccountsQuery = PageQuery.extend({
  kind: AccountKind.default('staff'),
  status: AccountStatus.optional(),
  role: z.string().max(50).optional(),
});
export type ListAccountsQuery = z.infer<typeof ListAccountsQuery>;

/** A one-time password is in the answer once; a repeat of the request does not show it again. */
const WithOneTimePassword = z.object({ account: Account, oneTimePassword: z.string().nullable() });
export type WithOneTimePassword = z.infer<typeof WithOneTimePassword>;

export const AccountChange = z.object({
  displayName: DisplayName,
  demandsSecondFactor: z.boolean(),
  version: z.number().int().min(1),
});
export type AccountChange = z.infer<typeof AccountChange>;

export const Session = z.object({
  id: Id,
  accountId: Id,
  accountName: z.string(),
  kind: AccountKind,
  /** Browser and system as far as the browser says. */
  device: z.string(),
  /** The last part of the address is hidden. */
  address: z.string(),
  method: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const Profile = z.object({
  id: Id,
  kind: AccountKind,
  loginName: z.string().nullable(),
  displayName: z.string(),
  locale: LocaleChoice,
  elderMode: z.boolean(),
  passwordChangedAt: Instant.nullable(),
  roles: z.array(z.object({ role: z.string(), nameZh: z.string(), nameEn: z.string() })),
});
export type Profile = z.infer<typeof Profile>;

export const ProfileChange = z.object({ locale: LocaleChoice, elderMode: z.boolean() }).partial();
export type ProfileChange = z.infer<typeof ProfileChange>;

export const ListSessionsQuery = z.object({
  accountId: Id.optional(),
  kind: AccountKind.optional(),
  limit: PageQuery.shape.limit,
  cursor: PageQuery.shape.cursor,
});
export type ListSessionsQuery = z.infer<typeof ListSessionsQuery>;

export const accountRoutes = {
  listAccounts: route({
    name: 'access.listAccounts',
    method: 'GET',
    path: '/api/v1/accounts',
    summary: 'Accounts of one kind by name; search finds login names and names',
    admission: permissions.viewAccounts,
    query: ListAccountsQuery,
    response: pageOf(Account),
  }),
  getAccount: route({
    name: 'access.getAccount',
    method: 'GET',
    path: '/api/v1/accounts/:id',
    summary: 'One account',
    admission: permissions.viewAccounts,
    params: IdParams,
    response: Account,
  }),
  createAccount: route({
    name: 'access.createAccount',
    method: 'POST',
    path: '/api/v1/accounts',
    summary: 'Create a staff account; its one-time password is shown once',
    admission: permissions.manageAccounts,
    body: AccountInput,
    response: WithOneTimePassword,
    status: 201,
    idempotency: 'required',
    problems: [problems.loginNameTaken],
  }),
  changeAccount: route({
    name: 'access.changeAccount',
    method: 'PATCH',
    path: '/api/v1/accounts/:id',
    summary: 'Change the name shown, or whether a second factor is demanded',
    admission: permissions.manageAccounts,
    params: IdParams,
    body: AccountChange,
    response: Account,
  }),
  setAccountStatus: route({
    name: 'access.setAccountStatus',
    method: 'PUT',
    path: '/api/v1/accounts/:id/status',
    summary: 'Disable or enable an account; disabling ends its sessions at once',
    admission: permissions.manageAccounts,
    params: IdParams,
    body: z.object({ status: AccountStatus, reason: z.string().trim().min(1).max(200) }),
    response: Account,
    problems: [problems.selfNotAllowed, problems.lastSecurityAdministrator],
  }),
  resetPassword: route({
    name: 'access.resetPassword',
    method: 'POST',
    path: '/api/v1/accounts/:id/password-reset',
    summary: 'Give a new one-time password; ends the account’s sessions',
    admission: permissions.manageAccounts,
    params: IdParams,
    response: WithOneTimePassword,
    idempotency: 'required',
    problems: [problems.selfNotAllowed, problems.notForKind, problems.proofNeeded],
  }),
  resetFactors: route({
    name: 'access.resetFactors',
    method: 'POST',
    path: '/api/v1/accounts/:id/factor-reset',
    summary: 'Remove all second factors of somebody who lost them; ends the account’s sessions',
    admission: permissions.manageAccounts,
    params: IdParams,
    body: z.object({ reason: z.string().trim().min(1).max(200) }),
    response: Account,
    problems: [problems.selfNotAllowed, problems.proofNeeded],
  }),
  unlockAccount: route({
    name: 'access.unlockAccount',
    method: 'DELETE',
    path: '/api/v1/accounts/:id/lock',
    summary: 'Let somebody sign in again before the lock ends',
    admission: permissions.manageAccounts,
    params: IdParams,
    response: Account,
  }),
  listSessions: route({
    name: 'access.listSessions',
    method: 'GET',
    path: '/api/v1/sessions',
    summary: 'Open sessions of the centre, newest first',
    admission: permissions.viewSessions,
    query: ListSessionsQuery,
    response: pageOf(Session),
  }),
  revokeSession: route({
    name: 'access.revokeSession',
    method: 'DELETE',
    path: '/api/v1/sessions/:id',
    summary: 'End somebody’s session',
    admission: permissions.revokeSessions,
    params: IdParams,
    response: Done,
  }),
  revokeAccountSessions: route({
    name: 'access.revokeAccountSessions',
    method: 'DELETE',
    path: '/api/v1/accounts/:id/sessions',
    summary: 'End all sessions of an account',
    admission: permissions.revokeSessions,
    params: IdParams,
    response: Done,
  }),
} as const;

export const profileRoutes = {
  getProfile: route({
    name: 'access.getProfile',
    method: 'GET',
    path: '/api/v1/profile',
    summary: "One's own account",
    admission: 'signed-in',
    response: Profile,
  }),
  changeProfile: route({
    name: 'access.changeProfile',
    method: 'PATCH',
    path: '/api/v1/profile',
    summary: "Change one's language and elder mode",
    admission: 'signed-in',
    body: ProfileChange,
    response: Profile,
  }),
  changePassword: route({
    name: 'access.changePassword',
    method: 'POST',
    path: '/api/v1/profile/password',
    summary: "Change one's password; other sessions end",
    admission: 'signed-in',
    body: z.object({ currentPassword: Password, newPassword: Password }),
    response: Done,
    problems: [
      problems.wrongCredentials,
      problems.passwordRefused,
      problems.temporarilyLocked,
      problems.notForKind,
    ],
    ratePerMinute: 30,
  }),
  listOwnSessions: route({
    name: 'access.listOwnSessions',
    method: 'GET',
    path: '/api/v1/profile/sessions',
    summary: "One's own open sessions",
    admission: 'signed-in',
    response: z.object({ items: z.array(Session) }),
  }),
  revokeOwnSession: route({
    name: 'access.revokeOwnSession',
    method: 'DELETE',
    path: '/api/v1/profile/sessions/:id',
    summary: "End one of one's own sessions",
    admission: 'signed-in',
    params: IdParams,
    response: Done,
  }),
  revokeOtherSessions: route({
    name: 'access.revokeOtherSessions',
    method: 'DELETE',
    path: '/api/v1/profile/sessions',
    summary: "End all of one's sessions but this one",
    admission: 'signed-in',
    response: Done,
  }),
} as const;
