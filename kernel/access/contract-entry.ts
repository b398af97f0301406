import { z } from 'zod';

import { route } from '../http/contract.ts';
import { Id } from '../http/shapes.ts';
import { accessPermissions as permissions } from './contract-permissions.ts';
import { accessProblems as problems } from './contract-problems.ts';

/**
 * The rules of sign-in of one centre. The bounds keep them within GB/T 22239-2019 level 3: failures lock,
 * sessions time out.
 */
export const AccessSettings = z.object({
  staffIdleMinutes: z.number().int().min(1).max(60).default(30),
  staffAbsoluteHours: z.number().int().min(1).max(24).default(12),
  citizenIdleMinutes: z.number().int().min(1).max(120).default(30),
  citizenAbsoluteHours: z.number().int().min(1).max(24).default(12),
  /** Failures in a row before the first lock. */
  lockAfterFailures: z.number().int().min(3).max(10).default(5),
  /** The first lock; each further failure doubles it. */
  firstLockSeconds: z.number().int().min(10).max(3600).default(60),
  longestLockMinutes: z.number().int().min(1).max(1440).default(30),
  passwordMinLength: z.number().int().min(12).max(64).default(12),
  /** Days after which a password must be changed; 0 for never. */
  passwordMaxAgeDays: z.number().int().min(0).max(730).default(180),
  /** Whether all staff need a second factor, not only those whose role demands it. */
  staffSecondFactor: z.boolean().default(false),
  /** How long a fresh proof of identity lasts for sensitive acts. */
  proofMinutes: z.number().int().min(1).max(60).default(10),
  /** Whether a second security administrator, if there is one, confirms administrators’ roles. */
  confirmAdministrators: z.boolean().default(true),
  enrolmentMinutes: z.number().int().min(1).max(1440).default(15),
});
export type AccessSettings = z.infer<typeof AccessSettings>;

export const settingsRoutes = {
  getAccessSettings: route({
    name: 'access.getSettings',
    method: 'GET',
    path: '/api/v1/access-settings',
    summary: 'The rules of sign-in',
    admission: permissions.manageSettings,
    response: AccessSettings,
  }),
  changeAccessSettings: route({
    name: 'access.changeSettings',
    method: 'PUT',
    path: '/api/v1/access-settings',
    summary: 'Change the rules of sign-in; open sessions keep theirs',
    admission: permissions.manageSettings,
    body: AccessSettings,
    response: AccessSettings,
    problems: [problems.proofNeeded],
  }),
} as const;

/** What a device says about itself when it enrols. */
export const DevicePublicInfo = z.object({
  model: z.string().trim().max(100).optional(),
  serialNumber: z.string().trim().max(100).optional(),
  softwareVersion: z.string().trim().max(60).optional(),
});
export type DevicePublicInfo = z.infer<typeof DevicePublicInfo>;

export const Enrolment = z.object({
  code: z.string().trim().min(4).max(40),
  /** Made by the device once; the same code and nonce give the same key again while the code lives. */
  nonce: z.string().regex(/^[\w-]{22,100}$/),
  publicInfo: DevicePublicInfo.default({}),
});
export type Enrolment = z.infer<typeof Enrolment>;

export const Enrolled = z.object({
  accountId: Id,
  name: z.string(),
  /** To be sent as `Authorization: Bearer`; kept by the device, never shown again. */
  deviceKey: z.string(),
});
export type Enrolled = z.infer<typeof Enrolled>;

export const deviceRoutes = {
  enrolDevice: route({
    name: 'access.enrolDevice',
    method: 'POST',
    path: '/api/v1/device-enrolment',
    summary: 'Exchange an enrolment code for the key of a device',
    admission: 'public',
    body: Enrolment,
    response: Enrolled,
    problems: [problems.enrolmentRefused],
    crossSite: true,
    ratePerMinute: 60,
  }),
} as const;

/** A path of this site; whether it really is one is decided by the rule in identity/return-path.ts. */
export const ReturnPath = z.string().max(500);

export const identityRoutes = {
  startIdentity: route({
    name: 'access.startIdentity',
    method: 'GET',
    path: '/api/v1/identity/start',
    summary: 'Go to the identity service to sign in as a citizen or for a firm',
    admission: 'public',
    query: z.object({
      returnTo: ReturnPath.default('/'),
      as: z.enum(['person', 'firm']).default('person'),
      locale: z.enum(['zh-CN', 'en']).optional(),
    }),
    answers: 'redirect',
    problems: [
      problems.badReturnPath,
      problems.identityUnavailable,
      problems.identityNotConfigured,
    ],
    ratePerMinute: 120,
  }),
  identityCallback: route({
    name: 'access.identityCallback',
    method: 'GET',
    path: '/api/v1/identity/callback',
    summary: 'Where the identity service sends people back to',
    admission: 'public',
    query: z.looseObject({ state: z.string().max(200).optional() }),
    answers: 'redirect',
    problems: [
      problems.identityExpired,
      problems.identityDeclined,
      problems.identityRefused,
      problems.identityUnavailable,
      problems.assuranceTooLow,
      problems.accountDisabled,
    ],
    ratePerMinute: 120,
  }),
} as const;
