import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { Material, SealKind } from './kinds.ts';
import { Light, SetAct, SetState } from './state.ts';

export const BASE = '/api/v1/seals';
export const OWN = '/api/v1/me/seals';
export const MAKER = '/api/v1/maker/seals';

export const Words = z.object({ 'zh-CN': z.string(), en: z.string() });

/** 窗口领取, 快递寄送. */
export const Way = z.enum(['window', 'courier']);
export type Way = z.infer<typeof Way>;

/** Where a set is sent to, when it is sent. */
export const Delivery = z.object({
  recipient: z.string().trim().min(2).max(40),
  phone: z
    .string()
    .trim()
    .regex(/^[+\d][\d -]{6,19}$/, '电话号码格式有误｜Not a telephone number'),
  address: z.string().trim().min(6).max(120),
});
export type Delivery = z.infer<typeof Delivery>;

export const Seal = z.object({
  kind: SealKind,
  material: Material,
  /** What is cut: the name of a firm is public, that of a person masked for whoever need not know it. */
  text: z.string(),
  filedNumber: z.string().nullable(),
  /** How often it was made again. */
  remakes: z.number().int(),
  /** It waits to be made again. */
  isRemaking: z.boolean(),
});
export type Seal = z.infer<typeof Seal>;

/** One set of four (一套), as lists show it. Firms are public; persons are not in it. */
export const SealSet = z.object({
  id: Id,
  number: z.string(),
  state: SetState,
  light: Light,
  firmName: z.string(),
  uscc: z.string(),
  partyId: Id,
  licenceId: Id,
  licenceNumber: z.string(),
  licensedOn: Day,
  caseNo: z.string(),
  claimUntil: Day,
  appliedAt: Instant.nullable(),
  dueOn: Day.nullable(),
  /** Until when the maker has to answer. */
  answerBy: Instant.nullable(),
  makerId: Id.nullable(),
  makerName: z.string(),
  way: Way.nullable(),
  trackingNo: z.string(),
  signedAt: Instant.nullable(),
  isRemake: z.boolean(),
  /** The firm changed its name after these were cut. */
  isOutdated: z.boolean(),
  version: z.number().int(),
});
export type SealSet = z.infer<typeof SealSet>;

export const Step = z.object({
  seq: z.number().int(),
  at: Instant,
  act: SetAct,
  from: SetState.nullable(),
  to: SetState,
  byName: z.string(),
  note: z.string(),
});
export type Step = z.infer<typeof Step>;

export const Remake = z.object({
  id: Id,
  kinds: z.array(SealKind),
  reason: z.string(),
  askedAt: Instant,
  doneAt: Instant.nullable(),
});

export const SealSetInFull = SealSet.extend({
  seals: z.array(Seal),
  steps: z.array(Step),
  remakes: z.array(Remake),
  /** Masked. */
  recipient: z.string(),
  receivedBy: z.string(),
  handedByName: z.string(),
  hasSignature: z.boolean(),
  settledIn: z.string().nullable(),
  ticketId: z.string().nullable(),
  caseId: Id.nullable(),
  acts: z.array(SetAct),
});
export type SealSetInFull = z.infer<typeof SealSetInFull>;

/** One's own. */
export const OwnSet = SealSet.omit({ partyId: true, makerId: true }).extend({
  seals: z.array(Seal),
  steps: z.array(Step.omit({ byName: true, note: true })),
  delivery: Delivery.nullable(),
  mayClaim: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type OwnSet = z.infer<typeof OwnSet>;

/** As its maker sees it: all that has to be cut, and nobody's address. */
export const MakerSet = SealSet.omit({ partyId: true, trackingNo: true }).extend({
  seals: z.array(Seal),
  remakeReason: z.string(),
  acts: z.array(SetAct),
});
export type MakerSet = z.infer<typeof MakerSet>;

export const MakerInput = z.object({
  creditCode: z.string().trim().length(18),
  /** 公安机关核发的制作单位编码, 12 digits. */
  policeCode: z
    .string()
    .trim()
    .regex(/^\d{12}$/, '12 位数字｜12 digits'),
  phone: z.string().trim().max(20).default(''),
  /** Its part of the work, as a weight beside the others. */
  quota: z.number().int().min(1).max(100),
  /** Sets that it can make in a day. */
  dailyCapacity: z.number().int().min(1).max(2000),
  promiseHours: z.number().int().min(1).max(240),
  isActive: z.boolean(),
  reason: z.string().trim().max(200).default(''),
});
export type MakerInput = z.infer<typeof MakerInput>;

export const Maker = MakerInput.extend({
  id: Id,
  partyId: Id,
  name: z.string(),
  /** Sets that it has and has not finished. */
  open: z.number().int(),
  givenThisMonth: z.number().int(),
  overdue: z.number().int(),
  remakes: z.number().int(),
  version: z.number().int(),
});
export type Maker = z.infer<typeof Maker>;
