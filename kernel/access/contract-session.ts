import { z } from 'zod';

import { route } from '../http/contract.ts';
import { Done, Id, IdParams, Instant } from '../http/shapes.ts';
import { accessProblems as problems } from './contract-problems.ts';
import { Scope } from './contract-role.ts';

const base = '/api/v1/session';

export const LocaleChoice = z.enum(['zh-CN', 'en']);

/** What a person types to sign in; spaces around and the case do not matter. */
export const LoginName = z.string().trim().min(1).max(64);
export const Password = z.string().min(1).max(256);
/** Six digits of a code generator, or a recovery code. */
export const FactorCode = z.string().trim().min(6).max(20);

/** A WebAuthn answer of the browser; the library checks what is inside. */
const PasskeyAnswer = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.record(z.string().max(50), z.unknown()),
  clientExtensionResults: z.record(z.string().max(100), z.unknown()).default({}),
});

/** Options for the browser's WebAuthn call, and the number of the attempt to send back. */
export const PasskeyOptions = z.object({
  flow: z.string(),
  options: z.record(z.string(), z.unknown()),
});
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

const PasskeyProof = z.object({ flow: z.string().min(16).max(100), passkey: PasskeyAnswer });
export type PasskeyProof = z.infer<typeof PasskeyProof>;

/** What is still missing before a sign-in is complete. */
export const SignInStep = z.enum([
  'anonymous',
  'change-password',
  'second-factor',
  'enrol-factor',
  'complete',
]);
export type SignInStep = z.infer<typeof SignInStep>;

export const ActorKindShown = z.enum(['anonymous', 'staff', 'citizen', 'device']);

/** Who the caller is and what they may do, for the frame of every page. */
export const SessionView = z.object({
  signedIn: z.boolean(),
  step: SignInStep,
  actor: z.object({
    kind: ActorKindShown,
    id: z.string(),
    name: z.string(),
    permissions: z.array(z.object({ permission: z.string(), scope: Scope })),
  }),
  /** To be sent as `x-csrf-token` with every unsafe request; null without a session. */
  csrfToken: z.string().nullable(),
  locale: LocaleChoice,
  elderMode: z.boolean(),
  mustChangePassword: z.boolean(),
  /** The ways in which the pending second factor can be given. */
  factors: z.array(z.enum(['totp', 'passkey', 'recovery-code'])),
  /** False where the address of the site rules passkeys out (an IP address). */
  passkeysAvailable: z.boolean(),
  /** When the session ends unless something is done. */
  idleUntil: Instant.nullable(),
  expiresAt: Instant.nullable(),
  centre: z.object({ nameZh: z.string(), nameEn: z.string(), isDemonstration: z.boolean() }),
});
export type SessionView = z.infer<typeof SessionView>;

export const SecondFactorProof = z.union([z.object({ code: FactorCode }), PasskeyProof]);
export type SecondFactorProof = z.infer<typeof SecondFactorProof>;
export const FreshProof = z.union([
  z.object({ password: Password }),
  z.object({ code: FactorCode }),
  PasskeyProof,
]);
export type FreshProof = z.infer<typeof FreshProof>;

export const Passkey = z.object({
  id: Id,
  name: z.string(),
  isBackedUp: z.boolean(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

export const Factors = z.object({
  totp: z.object({ enrolledAt: Instant }).nullable(),
  passkeys: z.array(Passkey),
  recoveryCodesLeft: z.number().int(),
  isDemanded: z.boolean(),
});
export type Factors = z.infer<typeof Factors>;

/** Recovery codes are shown this once; each works once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

const Enrolled = z.object({ recoveryCodes: z.array(z.string()).nullable(), session: SessionView });

export const sessionRoutes = {
  getSession: route({
    name: 'access.getSession',
    method: 'GET',
    path: base,
    summary: 'Who is signed in, what they may do, and what a pending sign-in still needs',
    admission: 'public',
    response: SessionView,
    ratePerMinute: 6000,
  }),
  signIn: route({
    name: 'access.signIn',
    method: 'POST',
    path: base,
    summary: 'Sign in as staff with a password',
    admission: 'public',
    body: z.object({ loginName: LoginName, password: Password }),
    response: SessionView,
    problems: [problems.wrongCredentials, problems.temporarilyLocked, problems.accountDisabled],
    ratePerMinute: 600,
  }),
  signOut: route({
    name: 'access.signOut',
    method: 'DELETE',
    path: base,
    summary:
      'Sign out; the answer names where to sign out of the identity service, if there is one',
    admission: 'public',
    response: z.object({ done: z.literal(true), endSessionUrl: z.string().nullable() }),
  }),
  changePendingPassword: route({
    name: 'access.changePendingPassword',
    method: 'POST',
    path: `${base}/password`,
    summary: 'Replace a one-time or expired password during sign-in',
    admission: 'public',
    body: z.object({ newPassword: Password }),
    response: SessionView,
    problems: [problems.noPendingSignIn, problems.passwordRefused],
    ratePerMinute: 60,
  }),
  giveSecondFactor: route({
    name: 'access.giveSecondFactor',
    method: 'POST',
    path: `${base}/second-factor`,
    summary: 'Complete a sign-in with a code, a recovery code or a passkey',
    admission: 'public',
    body: SecondFactorProof,
    response: SessionView,
    problems: [
      problems.noPendingSignIn,
      problems.wrongCode,
      problems.passkeyRefused,
      problems.temporarilyLocked,
    ],
    ratePerMinute: 120,
  }),
  beginPasskeySignIn: route({
    name: 'access.beginPasskeySignIn',
    method: 'POST',
    path: `${base}/passkey-options`,
    summary:
      'Begin a passkey check: without a session to sign in, with one as its second factor or proof',
    admission: 'public',
    response: PasskeyOptions,
    problems: [problems.passkeysUnavailable],
    ratePerMinute: 120,
  }),
  signInWithPasskey: route({
    name: 'access.signInWithPasskey',
    method: 'POST',
    path: `${base}/passkey`,
    summary: 'Sign in with a passkey alone',
    admission: 'public',
    body: PasskeyProof,
    response: SessionView,
    problems: [problems.passkeyRefused, problems.accountDisabled],
    ratePerMinute: 120,
  }),
  giveProof: route({
    name: 'access.giveProof',
    method: 'POST',
    path: `${base}/proof`,
    summary: 'Prove once more who you are before a sensitive act',
    admission: 'signed-in',
    body: FreshProof,
    response: SessionView,
    problems: [
      problems.wrongCredentials,
      problems.wrongCode,
      problems.passkeyRefused,
      problems.temporarilyLocked,
    ],
    ratePerMinute: 60,
  }),
} as const;

const factors = `${base}/factors`;
const unproven = [problems.noPendingSignIn, problems.proofNeeded] as const;

/** Setting up second factors: while signed in with a fresh proof, or while a sign-in waits for it. */
export const factorRoutes = {
  listFactors: route({
    name: 'access.listFactors',
    method: 'GET',
    path: factors,
    summary: "One's own second factors",
    admission: 'public',
    response: Factors,
    problems: [problems.noPendingSignIn],
  }),
  beginTotp: route({
    name: 'access.beginTotp',
    method: 'POST',
    path: `${factors}/totp`,
    summary: 'Begin to set up a code generator; it counts once a first code was given',
    admission: 'public',
    response: z.object({ secret: z.string(), uri: z.string() }),
    problems: [...unproven, problems.factorExists],
  }),
  confirmTotp: route({
    name: 'access.confirmTotp',
    method: 'POST',
    path: `${factors}/totp/confirmation`,
    summary: 'Give the first code; recovery codes are shown when these are the first',
    admission: 'public',
    body: z.object({ code: FactorCode }),
    response: Enrolled,
    problems: [
      ...unproven,
      problems.enrolmentNotBegun,
      problems.wrongCode,
      problems.temporarilyLocked,
    ],
    ratePerMinute: 60,
  }),
  removeTotp: route({
    name: 'access.removeTotp',
    method: 'DELETE',
    path: `${factors}/totp`,
    summary: 'Remove the code generator',
    admission: 'signed-in',
    response: Done,
    problems: [problems.proofNeeded, problems.factorDemanded],
  }),
  renewRecoveryCodes: route({
    name: 'access.renewRecoveryCodes',
    method: 'POST',
    path: `${factors}/recovery-codes`,
    summary: 'Replace all recovery codes',
    admission: 'signed-in',
    response: RecoveryCodes,
    problems: [problems.proofNeeded],
  }),
  beginPasskey: route({
    name: 'access.beginPasskey',
    method: 'POST',
    path: `${factors}/passkey-options`,
    summary: 'Begin to add a passkey',
    admission: 'public',
    response: PasskeyOptions,
    problems: [...unproven, problems.passkeysUnavailable],
  }),
  addPasskey: route({
    name: 'access.addPasskey',
    method: 'POST',
    path: `${factors}/passkeys`,
    summary: 'Add the passkey that the browser made',
    admission: 'public',
    body: PasskeyProof.extend({ name: z.string().trim().min(1).max(60) }),
    response: Enrolled,
    problems: [...unproven, problems.passkeyRefused],
    status: 201,
  }),
  removePasskey: route({
    name: 'access.removePasskey',
    method: 'DELETE',
    path: `${factors}/passkeys/:id`,
    summary: 'Remove a passkey',
    admission: 'signed-in',
    params: IdParams,
    response: Done,
    problems: [problems.proofNeeded, problems.factorDemanded],
  }),
} as const;
