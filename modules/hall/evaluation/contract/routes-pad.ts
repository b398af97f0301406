import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams, Instant } from '#kernel/http/shapes.ts';

import { PadConfirmation } from './confirmations.ts';
import { Text } from './of-visits.ts';
import { OptionSet } from './options.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { PersonalRatingInput, RateableService, RatingInput } from './shapes.ts';

const BASE = '/api/v1/device/evaluation';

const Name = z.object({ nameZh: z.string(), nameEn: z.string() });

/** The one service that the pad asks about now. */
export const PadInvitation = z.object({
  serviceId: Id,
  ticketNo: z.string().nullable(),
  caseNo: z.string().nullable(),
  matterName: Text.nullable(),
  servedAt: Instant,
  invitedAt: Instant,
  /** The pad goes back to the static page at this moment; the message link stays open. */
  asksUntil: Instant,
});
export type PadInvitation = z.infer<typeof PadInvitation>;

/**
 * What the pad of a window shows now. `static` is the page with photo, name, post, window and department; `dynamic`
 * asks about one service; `paused` and `closed` say so. Everything that a pad needs while it is cut off is in it.
 */
export const PadView = z.object({
  mode: z.enum(['static', 'dynamic', 'paused', 'closed']),
  serverTime: Instant,
  window: Name.extend({ id: Id, number: z.number().int() }),
  site: Name,
  department: Name.nullable(),
  person: Name.extend({
    employeeNo: z.string(),
    postZh: z.string(),
    postEn: z.string(),
    hasPhoto: z.boolean(),
    /** Changes with the photo; part of its address so that a pad may keep it. */
    photoKey: z.string(),
  }).nullable(),
  pauseReason: z.string(),
  invitation: PadInvitation.nullable(),
  /** A paper that waits to be signed here; it goes before a question. */
  confirmation: PadConfirmation.nullable(),
  optionSet: OptionSet.pick({ version: true, options: true }),
  padSeconds: z.number().int(),
  thanksSeconds: z.number().int(),
  /** Where ratings are given by phone for this window: the text of a QR code. */
  qr: z.string(),
});
export type PadView = z.infer<typeof PadView>;

/** What the pad kept: `ratedAt` is the pad's own time, with how long the page had been shown. */
export const PadRating = RatingInput.extend({
  serviceId: Id,
  optionSetVersion: z.number().int().min(1),
  ratedAt: Instant,
  shownForSeconds: z.number().min(0).max(3_600),
  /** Sent later because the network was away. */
  wasKept: z.boolean().default(false),
});
export type PadRating = z.infer<typeof PadRating>;

/** What devices call with their key. */
export const padRoutes = {
  getPadView: route({
    name: 'evaluation.getPadView',
    method: 'GET',
    path: `${BASE}/pad`,
    summary: 'What the pad of the window shows now',
    admission: permissions.collect,
    response: PadView,
    problems: [problems.notAPad],
  }),
  getPadPhoto: route({
    name: 'evaluation.getPadPhoto',
    method: 'GET',
    path: `${BASE}/photo`,
    summary: 'The photo of who stands at the window',
    admission: permissions.collect,
    answers: 'bytes',
    problems: [problems.notAPad],
  }),
  submitPadRating: route({
    name: 'evaluation.submitPadRating',
    method: 'POST',
    path: `${BASE}/ratings`,
    summary: 'A rating given on the pad; a repeat with the same key gives the same answer',
    admission: permissions.collect,
    body: PadRating,
    response: z.object({ evaluationId: Id, thanksSeconds: z.number().int() }),
    status: 201,
    crossSite: true,
    idempotency: 'required',
    problems: [
      problems.notAPad,
      problems.notInvited,
      problems.alreadyRated,
      problems.notOpen,
      problems.beforeService,
      problems.optionOfOtherGrade,
      problems.sayWhy,
    ],
  }),
  declinePadRating: route({
    name: 'evaluation.declinePadRating',
    method: 'POST',
    path: `${BASE}/invitations/:id/lapse`,
    summary: 'Nobody answered in time: the pad goes back, the link stays open',
    admission: permissions.collect,
    params: IdParams,
    response: Done,
    crossSite: true,
    problems: [problems.notAPad],
  }),
} as const;

const PUBLIC = '/api/v1/public/evaluation';
const TokenParams = z.object({ token: z.string().min(8).max(40) });

export const WindowSearch = z.object({
  windowId: Id.optional(),
  /** The number on the ticket of today, the case number, or the mobile number that was left. */
  text: z.string().trim().min(2).max(40),
});

/** For whoever was served: by message link, by the code at the window, at a kiosk, online. */
export const personalRoutes = {
  findRateable: route({
    name: 'evaluation.findRateable',
    method: 'POST',
    path: `${PUBLIC}/searches`,
    summary: 'Services that wait for a rating, by ticket and window, case number or mobile number',
    admission: 'public',
    body: WindowSearch,
    response: z.object({ items: z.array(RateableService).max(20) }),
    ratePerMinute: 20,
  }),
  getRateable: route({
    name: 'evaluation.getRateable',
    method: 'GET',
    path: `${PUBLIC}/services/:token`,
    summary: 'What is rated, and with which options',
    admission: 'public',
    params: TokenParams,
    response: z.object({
      service: RateableService,
      optionSet: OptionSet.pick({ version: true, options: true }),
    }),
    ratePerMinute: 60,
  }),
  rate: route({
    name: 'evaluation.rate',
    method: 'POST',
    path: `${PUBLIC}/services/:token/ratings`,
    summary: 'Rate, or add to a rating once',
    admission: 'public',
    params: TokenParams,
    body: PersonalRatingInput,
    response: RateableService,
    status: 201,
    ratePerMinute: 20,
    idempotency: 'required',
    problems: [
      problems.alreadyRated,
      problems.notOpen,
      problems.optionOfOtherGrade,
      problems.sayWhy,
    ],
  }),
  getWindow: route({
    name: 'evaluation.getWindow',
    method: 'GET',
    path: `${PUBLIC}/windows/:id`,
    summary: 'The window whose code was scanned, and who stands there',
    admission: 'public',
    params: IdParams,
    response: Name.extend({ number: z.number().int(), siteZh: z.string(), siteEn: z.string() }),
    ratePerMinute: 60,
  }),
  listOwn: route({
    name: 'evaluation.listOwn',
    method: 'GET',
    path: '/api/v1/own/evaluation/services',
    summary: 'One’s own services that can be or were rated, newest first',
    admission: permissions.rateOwn,
    response: z.object({ items: z.array(RateableService) }),
  }),
} as const;
