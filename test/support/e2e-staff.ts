import { Secret, TOTP } from 'otpauth';
import type { APIRequestContext, BrowserContext } from 'playwright-core';
import { inject } from 'vitest';

import type { Account, WithOneTimePassword } from '#kernel/access/contract-account.ts';
import type { SessionView } from '#kernel/access/contract-session.ts';
import { routes } from '#kernel/access/contract.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import type { RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';

import type { DemonstrationAccount } from './e2e-centre.ts';

/** A password that every account here gets once it is somebody's own. */
export const OWN_PASSWORD = 'Tk7-mubre-Olive';

/** Roles as the welcome of the server names them in English. */
export type RoleTitle = string;

/** The demonstration account that the server opened for a role. */
export function accountOf(role: RoleTitle): DemonstrationAccount {
  const { accounts } = inject('centre');
  const found = accounts.find(({ roleEn }) => roleEn === role);
  if (found) return found;
  throw new Error(`No account of ${role}: ${accounts.map(({ roleEn }) => roleEn).join(', ')}`);
}

/** The code of an authenticator app now, or for a later step of thirty seconds: none works twice. */
export function codeOf(secret: string, laterSteps = 0): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, '')) });
  // The server under test runs by the machine's clock too.
  return app.generate({ timestamp: systemClock.now().getTime() + laterSteps * 30_000 });
}

/** Cookies of a completed sign-in, and what the person may do. */
export interface SignedIn {
  readonly state: Awaited<ReturnType<BrowserContext['storageState']>>;
  readonly permissions: readonly string[];
  readonly csrfToken: string;
  /** What the code generator of the account counts from, where it has one. */
  readonly secret?: string;
}

const known = new Map<string, Promise<SignedIn>>();

/**
 * Signs the account of a role in without its pages, for journeys about something else: the one-time password
 * is replaced, and a code generator set up where the role demands one. Once for each role.
 */
export function signInAs(context: BrowserContext, role: RoleTitle): Promise<SignedIn> {
  const signing = known.get(role) ?? signIn(context, accountOf(role));
  known.set(role, signing);
  return signing;
}

/** Keeps the sign-in that a journey has made through the pages, for those who need the same role after it. */
export async function keepSignIn(context: BrowserContext, role: RoleTitle): Promise<void> {
  const signedIn = await toSignedIn(context, await send(context.request, routes.getSession));
  known.set(role, Promise.resolve(signedIn));
}

/**
 * Signs somebody of the staff in by their number: the security administrator gives them a one-time password,
 * which they replace. Once for each person.
 */
export function signInStaff(
  open: () => Promise<{ readonly context: BrowserContext }>,
  employeeNo: string,
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<SignedIn> {
  // Whoever the welcome names has a password already, and others come in by their role.
  const loginName = employeeNo.toLowerCase();
  const named = inject('centre').accounts.find((account) => account.loginName === loginName);
  const key = named?.roleEn ?? employeeNo;
  const signing = known.get(key) ?? signInNewly(open, loginName, locale, named);
  known.set(key, signing);
  return signing;
}

async function signInNewly(
  open: () => Promise<{ readonly context: BrowserContext }>,
  loginName: string,
  locale: 'zh-CN' | 'en',
  named: DemonstrationAccount | undefined,
): Promise<SignedIn> {
  const own = await open();
  const password = named?.password ?? (await renewPassword(await open(), loginName));
  const { csrfToken } = await signIn(own.context, { loginName, password });
  await send(own.context.request, routes.changeProfile, { locale }, csrfToken);
  return toSignedIn(own.context, await send(own.context.request, routes.getSession));
}

/** A one-time password by the security administrator. */
async function renewPassword(
  door: { readonly context: BrowserContext },
  loginName: string,
): Promise<string> {
  const admin = await signInAs(door.context, SECURITY);
  await door.context.clearCookies();
  await door.context.addCookies(admin.state.cookies);
  return resetPassword(door.context, loginName, admin);
}

const SECURITY = 'Security administrator';

async function resetPassword(
  context: BrowserContext,
  loginName: string,
  admin: SignedIn,
): Promise<string> {
  const { request } = context;
  const query = new URLSearchParams({ kind: 'staff', search: loginName });
  const path = `${routes.listAccounts.path}?${query.toString()}`;
  const { items } = await send<{ items: readonly Account[] }>(request, {
    ...routes.listAccounts,
    path,
  });
  const account = items.find((one) => one.loginName === loginName);
  if (account === undefined) throw new Error(`Nobody signs in as ${loginName}`);
  const reset = {
    ...routes.resetPassword,
    path: routes.resetPassword.path.replace(':id', account.id),
  };
  const ask = (token: string) => send<WithOneTimePassword>(request, reset, undefined, token);
  const prove = async () => {
    const { csrfToken } = await proveAgain(context, admin);
    return ask(csrfToken);
  };
  const { oneTimePassword } = await ask(admin.csrfToken).catch(prove);
  return oneTimePassword ?? '';
}

/** The sign-in was a while ago. Whoever proves anew who they are gets a session in place of the one before. */
async function proveAgain(context: BrowserContext, admin: SignedIn): Promise<SignedIn> {
  const { secret, csrfToken } = admin;
  const proof = secret === undefined ? { password: OWN_PASSWORD } : { code: codeOf(secret) };
  const session = await send(context.request, routes.giveProof, proof, csrfToken);
  const anew = { ...admin, ...(await toSignedIn(context, session)) };
  known.set(SECURITY, Promise.resolve(anew));
  return anew;
}

/** Signs in with a login name and a password, and replaces a password that works once. */
export async function signIn(
  context: BrowserContext,
  account: Pick<DemonstrationAccount, 'loginName' | 'password'>,
): Promise<SignedIn> {
  const { request } = context;
  const { loginName, password } = account;
  let session = await send(request, routes.signIn, { loginName, password });
  if (session.step === 'change-password') {
    const body = { newPassword: OWN_PASSWORD };
    session = await send(request, routes.changePendingPassword, body, session.csrfToken);
  }
  if (session.step !== 'enrol-factor') return toSignedIn(context, complete(session, loginName));
  const enrolled = await enrol(request, session.csrfToken);
  const signedIn = await toSignedIn(context, complete(enrolled.session, loginName));
  return { ...signedIn, secret: enrolled.secret };
}

function complete(session: SessionView, loginName: string): SessionView {
  if (session.step === 'complete') return session;
  throw new Error(`${loginName} is at ${session.step}`);
}

async function toSignedIn(context: BrowserContext, session: SessionView): Promise<SignedIn> {
  return {
    state: await context.storageState(),
    permissions: session.actor.permissions.map(({ permission }) => permission),
    csrfToken: session.csrfToken ?? '',
  };
}

async function enrol(
  request: APIRequestContext,
  token: string | null,
): Promise<{ session: SessionView; secret: string }> {
  const { secret } = await send<{ secret: string }>(request, routes.beginTotp, undefined, token);
  const body = { code: codeOf(secret) };
  const done = await send<{ session: SessionView }>(request, routes.confirmTotp, body, token);
  return { session: done.session, secret };
}

async function send<T = SessionView>(
  request: APIRequestContext,
  contract: RouteContract,
  data?: object,
  token?: string | null,
): Promise<T> {
  const answer = await request.fetch(contract.path, {
    method: contract.method,
    headers: {
      ...(token ? { 'x-csrf-token': token } : {}),
      ...(contract.idempotency === 'required' ? { 'idempotency-key': newId() } : {}),
    },
    ...(data ? { data } : {}),
  });
  if (!answer.ok()) throw new Error(`${contract.name}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}
