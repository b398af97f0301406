import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { Channel } from './channels.ts';
import { Grade } from './grades.ts';
import { Text } from './of-visits.ts';
import { SuspicionCode } from './settings.ts';

/** 一次一评 rates a visit to the window, 一事一评 a case. */
export const ServiceKind = z.enum(['visit', 'case']);
export type ServiceKind = z.infer<typeof ServiceKind>;

const Named = z.object({ id: Id, nameZh: z.string(), nameEn: z.string() });

/** Where and by whom, with the names of today. */
export const ServedBy = z.object({
  site: Named.nullable(),
  department: Named.nullable(),
  window: Named.extend({ number: z.number().int() }).nullable(),
  person: Named.extend({ employeeNo: z.string() }).nullable(),
});
export type ServedBy = z.infer<typeof ServedBy>;

/** What is said of a service. Options belong to the grade; a bad grade says at least one option or a few words. */
export const RatingInput = z.object({
  grade: Grade,
  options: z.array(z.string().max(8)).max(8).default([]),
  comment: z.string().trim().max(200).default(''),
});
export type RatingInput = z.infer<typeof RatingInput>;

/** 1 to 5 for single sides of the service; what is not said stays away. */
export const Dimensions = z.object({
  efficiency: z.number().int().min(1).max(5).optional(),
  skill: z.number().int().min(1).max(5).optional(),
  attitude: z.number().int().min(1).max(5).optional(),
  guide: z.number().int().min(1).max(5).optional(),
  convenience: z.number().int().min(1).max(5).optional(),
});
export type Dimensions = z.infer<typeof Dimensions>;

/** A rating from a person's own phone or computer: may be named, may add how to be reached. */
export const PersonalRatingInput = RatingInput.extend({
  isAnonymous: z.boolean().default(true),
  name: z.string().trim().max(40).default(''),
  mobile: z
    .string()
    .trim()
    .regex(/^(?:1\d{10})?$/u)
    .default(''),
  /** 「工作人员要求我给好评」: somebody asked for a good grade. */
  wasPressed: z.boolean().default(false),
  dimensions: Dimensions.default({}),
  channel: Channel.extract(['window-qr', 'phone-link', 'online', 'kiosk']).default('phone-link'),
});
export type PersonalRatingInput = z.infer<typeof PersonalRatingInput>;

export const Suspicion = z.object({ code: SuspicionCode, weight: z.number().int() });
export type Suspicion = z.infer<typeof Suspicion>;

/** Whether a rating counts. `suspect` counts until somebody has looked; nothing is ever deleted. */
export const Standing = z.enum(['counted', 'suspect', 'excluded']);
export type Standing = z.infer<typeof Standing>;

export const ExclusionGround = z.enum(['mistaken', 'malicious', 'staff-made', 'forced', 'test']);
export type ExclusionGround = z.infer<typeof ExclusionGround>;

/** A rating in a list of the staff. */
export const Evaluation = z.object({
  id: Id,
  serviceId: Id,
  serviceKind: ServiceKind,
  /** 1 the rating, 2 the addition (追评). */
  number: z.number().int(),
  grade: Grade,
  options: z.array(z.object({ code: z.string(), textZh: z.string(), textEn: z.string() })),
  optionSetVersion: z.number().int(),
  comment: z.string(),
  channel: Channel,
  isAnonymous: z.boolean(),
  /** Masked; empty for an anonymous rating. */
  rater: z.string(),
  hasMobile: z.boolean(),
  ratedAt: Instant,
  servedAt: Instant,
  ticketNo: z.string().nullable(),
  caseId: Id.nullable(),
  caseNo: z.string().nullable(),
  matterName: Text.nullable(),
  servedBy: ServedBy,
  dimensions: Dimensions,
  standing: Standing,
  suspicions: z.array(Suspicion),
  exclusion: z.object({ ground: ExclusionGround, reason: z.string(), by: z.string() }).nullable(),
  isBad: z.boolean(),
  reply: z.string(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/** A service as whoever was served sees it. */
export const RateableService = z.object({
  token: z.string(),
  kind: ServiceKind,
  servedAt: Instant,
  openUntil: Day,
  ticketNo: z.string().nullable(),
  caseNo: z.string().nullable(),
  matterName: Text.nullable(),
  servedBy: ServedBy,
  /** What can be done now: rate, add to a rating, or nothing more. */
  may: z.enum(['rate', 'add', 'nothing']),
  given: z.array(z.object({ number: z.number().int(), grade: Grade, ratedAt: Instant })),
  reply: z.string(),
});
export type RateableService = z.infer<typeof RateableService>;

/** A rating and its answer as everybody may read them. */
export const PublicRating = z.object({
  id: Id,
  grade: Grade,
  options: z.array(z.object({ textZh: z.string(), textEn: z.string() })),
  /** Without what could name somebody. */
  comment: z.string(),
  rater: z.string(),
  ratedOn: Day,
  channel: Channel,
  matterName: Text.nullable(),
  departmentZh: z.string(),
  departmentEn: z.string(),
  reply: z.string(),
});
export type PublicRating = z.infer<typeof PublicRating>;
