import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { SubjectKind } from './events.ts';
import { Direction, ParcelState } from './state.ts';

export const BASE = '/api/v1/courier';

/** To whom and where; sealed, and shown to nobody but the carrier and its owner. */
export const Contact = z.object({
  recipient: z.string().trim().min(2).max(60),
  phone: z
    .string()
    .trim()
    .regex(/^[+\d][\d -]{6,19}$/, '电话号码格式有误｜Not a telephone number'),
  address: z.string().trim().min(6).max(200),
});
export type Contact = z.infer<typeof Contact>;

/** One parcel (快件); names and addresses are masked. */
export const Parcel = z.object({
  id: Id,
  number: z.string(),
  direction: Direction,
  subjectKind: SubjectKind,
  subjectId: Id,
  /** Number of the case or of the set. */
  subjectNo: z.string(),
  contents: z.string(),
  hasOriginals: z.boolean(),
  weightGrams: z.number().int(),
  recipient: z.string(),
  place: z.string(),
  state: ParcelState,
  trackingNo: z.string(),
  carrierName: z.string(),
  handOverNo: z.string(),
  /** What went wrong at the last order. */
  failure: z.string(),
  createdAt: Instant,
  lastEventAt: Instant.nullable(),
  signedAt: Instant.nullable(),
  version: z.number().int(),
});
export type Parcel = z.infer<typeof Parcel>;

export const TrackingLine = z.object({
  at: Instant,
  code: z.number().int(),
  text: z.string(),
  isApplied: z.boolean(),
});

export const ParcelInFull = Parcel.extend({ tracking: z.array(TrackingLine) });
export type ParcelInFull = z.infer<typeof ParcelInFull>;

export const OwnParcel = Parcel.omit({ subjectId: true, failure: true, handOverNo: true }).extend({
  tracking: z.array(TrackingLine.omit({ isApplied: true })),
});
export type OwnParcel = z.infer<typeof OwnParcel>;

export const HandOver = z.object({
  id: Id,
  number: z.string(),
  carrierName: z.string(),
  courierName: z.string(),
  byName: z.string(),
  at: Instant,
  parcels: z.number().int(),
  hasSignature: z.boolean(),
});
export type HandOver = z.infer<typeof HandOver>;

export const CarrierInput = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().trim().min(2).max(60),
  endpoint: z.url().max(200),
  /** Shared with the carrier; never shown again. Left empty on a change it stays. */
  secret: z.string().trim().max(200).default(''),
  isActive: z.boolean(),
  /** 演示: an imitation that runs in this installation. */
  isStandIn: z.boolean().default(false),
});
export type CarrierInput = z.infer<typeof CarrierInput>;

export const Carrier = CarrierInput.omit({ secret: true }).extend({
  id: Id,
  pushPath: z.string(),
  version: z.number().int(),
});
export type Carrier = z.infer<typeof Carrier>;

/** A status as a carrier pushes it. */
export const Push = z.object({
  /** The carrier’s own id of the event: sent twice it counts once. */
  eventId: z.string().min(1).max(80),
  trackingNo: z.string().min(4).max(40),
  code: z.number().int().min(0).max(99),
  at: Instant,
  text: z.string().max(300).default(''),
});
export type Push = z.infer<typeof Push>;

export const UnknownPush = Push.extend({ carrierName: z.string(), receivedAt: Instant });

export const Figures = z.object({
  from: Day,
  to: Day,
  sent: z.number().int(),
  signed: z.number().int(),
  returned: z.number().int(),
  lost: z.number().int(),
  /** Of those that ended; null without data. */
  signedShare: z.number().nullable(),
});
