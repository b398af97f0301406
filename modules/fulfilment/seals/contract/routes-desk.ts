import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { SealKind } from './kinds.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Settings } from './settings.ts';
import { BASE, Delivery, Maker, MakerInput, SealSet, SealSetInFull, Way } from './shapes.ts';
import { Light, SetState } from './state.ts';

const Reason = z.string().trim().min(2).max(300);
export const Version = z.object({ version: z.number().int().min(1) });

/** Which sets: open ones, those that wait for somebody here, or all. */
export const SetList = z.enum(['open', 'ready', 'overdue', 'all']);
export type SetList = z.infer<typeof SetList>;

export const SetFilter = z.object({
  list: SetList.default('all'),
  state: SetState.optional(),
  light: Light.optional(),
  makerId: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
});
export type SetFilter = z.infer<typeof SetFilter>;

/** Where it goes: the address is needed when it is sent. */
export const Claim = z
  .object({ way: Way, delivery: Delivery.nullable().default(null) })
  .refine(({ way, delivery }) => way === 'window' || delivery !== null, {
    path: ['delivery'],
    message: '请填写收件人、电话和地址｜Say who receives it and where',
  });
export type Claim = z.infer<typeof Claim>;

export const ClaimFor = z.object({
  creditCode: z.string().trim().min(15).max(18),
  way: Way.default('window'),
  delivery: Delivery.nullable().default(null),
});
export type ClaimFor = z.infer<typeof ClaimFor>;

export const HandOut = Version.extend({
  receivedBy: z.string().trim().min(2).max(40),
  signatureFileId: Id,
});
export type HandOut = z.infer<typeof HandOut>;

export const RemakeInput = Version.extend({
  kinds: z.array(SealKind).min(1).max(4),
  reason: Reason,
});
export type RemakeInput = z.infer<typeof RemakeInput>;

export const entitlementProblems = [
  problems.alreadyHad,
  problems.notInDistrict,
  problems.notAFirm,
  problems.noLicence,
  problems.tooLate,
  problems.notDrawable,
];

export const Figures = z.object({
  day: Day,
  byState: z.array(z.object({ state: SetState, sets: z.number().int() })),
  signed: z.number().int(),
  /** Working days from the licence to the signature; null without data. */
  averageDays: z.number().nullable(),
  withinPromise: z.number().nullable(),
  remakes: z.number().int(),
  byDay: z.array(z.object({ day: Day, sets: z.number().int() })),
});
export type Figures = z.infer<typeof Figures>;

const act = <B extends z.ZodType>(
  name: string,
  path: string,
  summary: string,
  body: B,
  more: ReadonlyArray<(typeof problems)[keyof typeof problems]> = [],
) =>
  route({
    name: `seals.${name}`,
    method: 'POST',
    path: `${BASE}/sets/:id/${path}`,
    summary,
    admission: permissions.handle,
    params: IdParams,
    body,
    response: SealSetInFull,
    idempotency: 'optional',
    problems: [problems.notInState, ...more],
  });

export const deskRoutes = {
  listSets: route({
    name: 'seals.listSets',
    method: 'GET',
    path: `${BASE}/sets`,
    summary: 'Sets of seals, the newest first',
    admission: permissions.view,
    query: PageQuery.extend(SetFilter.shape),
    response: pageOf(SealSet),
  }),
  exportSets: route({
    name: 'seals.exportSets',
    method: 'GET',
    path: `${BASE}/sets/export`,
    summary: 'The same as a sheet',
    admission: permissions.view,
    query: SetFilter,
    answers: 'bytes',
    ratePerMinute: 20,
  }),
  getSet: route({
    name: 'seals.getSet',
    method: 'GET',
    path: `${BASE}/sets/:id`,
    summary: 'One set with its seals and its history',
    admission: permissions.view,
    params: IdParams,
    response: SealSetInFull,
  }),
  claimFor: route({
    name: 'seals.claimFor',
    method: 'POST',
    path: `${BASE}/sets`,
    summary: 'Claim the free set of a firm that stands at the window',
    admission: permissions.handle,
    body: ClaimFor,
    response: SealSetInFull,
    status: 201,
    idempotency: 'required',
    problems: [...entitlementProblems, problems.unknownFirm],
  }),
  dispatchSet: act(
    'dispatchSet',
    'dispatch',
    'Give it to a maker; without one the rules choose',
    Version.extend({ makerId: Id.nullable().default(null) }),
    [problems.noMaker],
  ),
  receiveSet: act('receiveSet', 'receipt', 'Checked against the drawing and received', Version),
  handOutSet: act('handOutSet', 'hand-out', 'Picked up, with a signature', HandOut, [
    problems.wrongWay,
  ]),
  changeWay: act(
    'changeWay',
    'way',
    'Change how the set reaches the firm',
    Version.extend({
      way: Way,
      delivery: Delivery.nullable().default(null),
    }),
  ),
  remakeSet: act('remakeSet', 'remake', 'Have seals made again, at the maker’s cost', RemakeInput),
  withdrawSet: act(
    'withdrawSet',
    'withdrawal',
    'Take the claim back before it is engraved',
    Version.extend({ reason: Reason }),
  ),
  cancelSet: act(
    'cancelSet',
    'cancellation',
    'Cancel before it is engraved; nothing is billed',
    Version.extend({ reason: Reason }),
  ),
  drawSeal: route({
    name: 'seals.drawSeal',
    method: 'GET',
    path: `${BASE}/sets/:id/drawings/:kind`,
    summary: 'One seal at true measure, as SVG',
    admission: permissions.view,
    params: IdParams.extend({ kind: SealKind }),
    answers: 'bytes',
  }),
  printProof: route({
    name: 'seals.printProof',
    method: 'GET',
    path: `${BASE}/sets/:id/proof`,
    summary: 'The four drawings on paper, true to the millimetre',
    admission: permissions.view,
    params: IdParams,
    answers: 'bytes',
    ratePerMinute: 60,
  }),
  getFigures: route({
    name: 'seals.getFigures',
    method: 'GET',
    path: `${BASE}/figures`,
    summary: 'How many sets stand where, and how long they took',
    admission: permissions.view,
    query: z.object({ from: Day, to: Day }),
    response: Figures,
  }),
  listMakers: route({
    name: 'seals.listMakers',
    method: 'GET',
    path: `${BASE}/makers`,
    summary: 'The makers with their part and what they have in hand',
    admission: permissions.view,
    response: z.object({ items: z.array(Maker) }),
  }),
  createMaker: route({
    name: 'seals.createMaker',
    method: 'POST',
    path: `${BASE}/makers`,
    summary: 'A firm that makes seals for the centre',
    admission: permissions.manage,
    body: MakerInput,
    response: Maker,
    status: 201,
    idempotency: 'optional',
    problems: [problems.makerKnown, problems.unknownFirm],
  }),
  changeMaker: route({
    name: 'seals.changeMaker',
    method: 'PUT',
    path: `${BASE}/makers/:id`,
    summary: 'Its part, capacity and promise; whether it gets work',
    admission: permissions.manage,
    params: IdParams,
    body: MakerInput.omit({ creditCode: true }).extend(Version.shape),
    response: Maker,
    idempotency: 'optional',
  }),
  getSettings: route({
    name: 'seals.getSettings',
    method: 'GET',
    path: `${BASE}/settings`,
    summary: 'The rules of free seals',
    admission: permissions.view,
    response: Settings,
  }),
  changeSettings: route({
    name: 'seals.changeSettings',
    method: 'PUT',
    path: `${BASE}/settings`,
    summary: 'Change them',
    admission: permissions.manage,
    body: Settings,
    response: Settings,
    idempotency: 'optional',
  }),
} as const;
