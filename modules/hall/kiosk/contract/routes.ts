import { z } from 'zod';

import { problems as files, StoredFile } from '#kernel/files/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams, Instant } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { KioskSettings } from './times.ts';

/** How a visitor shows who they are. */
export const VisitOpening = z.discriminatedUnion('way', [
  z.object({
    way: z.literal('id-card'),
    name: z.string().trim().min(1).max(60),
    identityNo: z.string().trim().length(18),
  }),
  z.object({ way: z.literal('code'), code: z.string().trim().min(6).max(400) }),
]);
export type VisitOpening = z.infer<typeof VisitOpening>;

/** Why a visit ended: by the visitor, by time, because another began, or because the kiosk started anew. */
export const VisitEnd = z.enum(['visitor', 'idle', 'next', 'start', 'lost']);
export type VisitEnd = z.infer<typeof VisitEnd>;

export const OpenedVisit = z.object({
  visitId: Id,
  /** Goes with each request of the visitor beside the kiosk's key; kept in memory only. */
  token: z.string(),
  /** Masked. */
  name: z.string(),
  endsAt: Instant,
});
export type OpenedVisit = z.infer<typeof OpenedVisit>;

const base = '/api/v1/device/kiosk';

/** Asked by the kiosk itself. */
export const kioskRoutes = {
  openVisit: route({
    name: 'kiosk.openVisit',
    method: 'POST',
    path: `${base}/visits`,
    summary:
      'Begin the visit of whoever laid on a card or showed a code; any other visit here ends',
    admission: permissions.serve,
    body: VisitOpening,
    response: OpenedVisit,
    status: 201,
    ratePerMinute: 30,
    problems: [problems.notAKiosk, problems.cardWrong, problems.codesAway, problems.codeUnreadable],
  }),
  getOwnTimes: route({
    name: 'kiosk.getOwnTimes',
    method: 'GET',
    path: `${base}/times`,
    summary: 'How long this kiosk waits for a visitor',
    admission: permissions.serve,
    response: KioskSettings,
    problems: [problems.notAKiosk],
  }),
  endVisit: route({
    name: 'kiosk.endVisit',
    method: 'POST',
    path: `${base}/visits/end`,
    summary:
      'Wipe: the session, links for phones and every upload that was not handed in; nothing open is no error',
    admission: permissions.serve,
    body: z.object({
      why: VisitEnd,
      /** The visit that is meant: an answer that comes late must not end the next one. Without it any. */
      visitId: Id.optional(),
    }),
    response: z.object({ visits: z.number().int(), files: z.number().int() }),
    problems: [problems.notAKiosk],
  }),
} as const;

/** A link by which one phone sends files to the visit that is open at a kiosk. */
export const UploadLink = z.object({
  id: Id,
  state: z.enum(['waiting', 'joined', 'closed']),
  /** Shown on both screens, so that the visitor sees that it is their own phone. */
  matchCode: z.string(),
  expiresAt: Instant,
  files: z.array(StoredFile),
});
export type UploadLink = z.infer<typeof UploadLink>;

const own = '/api/v1/own/upload-links';

/** Asked by the visitor at the kiosk. */
export const visitorRoutes = {
  openLink: route({
    name: 'kiosk.openLink',
    method: 'POST',
    path: own,
    summary: 'A link for one phone, for some minutes, for one paper; ends with the visit',
    admission: permissions.uploadOwn,
    body: z.object({ label: z.string().trim().min(1).max(120) }),
    response: UploadLink.extend({
      /** Path and fragment for the QR code; the token is shown this once. */
      path: z.string(),
    }),
    status: 201,
    problems: [problems.noVisit],
  }),
  getLink: route({
    name: 'kiosk.getLink',
    method: 'GET',
    path: `${own}/:id`,
    summary: 'Whether a phone has joined, and what it sent',
    admission: permissions.uploadOwn,
    params: IdParams,
    response: UploadLink,
  }),
  closeLink: route({
    name: 'kiosk.closeLink',
    method: 'POST',
    path: `${own}/:id/end`,
    summary: 'No more files over this link; those that came stay',
    admission: permissions.uploadOwn,
    params: IdParams,
    response: Done,
  }),
} as const;

const Secret = z.string().regex(/^[\w-]{22,100}$/u);

export const JoinedLink = z.object({
  label: z.string(),
  kiosk: z.string(),
  matchCode: z.string(),
  expiresAt: Instant,
  mostFiles: z.number().int(),
  sentFiles: z.number().int(),
});
export type JoinedLink = z.infer<typeof JoinedLink>;

const phone = '/api/v1/upload-links';

/** Asked by the phone, which is nobody: the token opens this link and nothing else. */
export const phoneRoutes = {
  joinLink: route({
    name: 'kiosk.joinLink',
    method: 'POST',
    path: `${phone}/join`,
    summary: 'Join as the one phone of a link; a repeat with the same nonce is the same phone',
    admission: 'public',
    body: z.object({ token: Secret, nonce: Secret }),
    response: JoinedLink,
    ratePerMinute: 30,
    problems: [problems.linkGone, problems.linkTaken],
  }),
  sendFiles: route({
    name: 'kiosk.sendFiles',
    method: 'POST',
    path: `${phone}/files`,
    summary:
      'Send files over a link that this phone joined: fields token and nonce, then the files',
    admission: 'public',
    response: z.object({ sentFiles: z.number().int() }),
    upload: true,
    bodyLimit: 2048 * 1024 * 1024,
    status: 201,
    ratePerMinute: 60,
    problems: [
      problems.linkGone,
      problems.linkTaken,
      problems.linkFull,
      files.noFile,
      files.tooLarge,
      files.empty,
    ],
  }),
} as const;

/** The times of the centre's kiosks. */
export const settingsRoutes = {
  getSettings: route({
    name: 'kiosk.getSettings',
    method: 'GET',
    path: '/api/v1/kiosk/settings',
    summary: 'How long kiosks wait for their visitors',
    admission: permissions.manage,
    response: KioskSettings,
  }),
  changeSettings: route({
    name: 'kiosk.changeSettings',
    method: 'PUT',
    path: '/api/v1/kiosk/settings',
    summary: 'Change how long kiosks wait; each kiosk goes by it from its next visitor on',
    admission: permissions.manage,
    body: KioskSettings,
    response: KioskSettings,
    idempotency: 'optional',
  }),
} as const;
