import { z } from 'zod';

import { Grade } from './grades.ts';

/** What may be wrong with a rating: made by staff, forced, or not by a visitor at all. */
export const SuspicionCode = z.enum([
  'too-quick',
  'staff-session',
  'same-address',
  'same-phone',
  'pad-burst',
  'monotone',
  'pressed',
]);
export type SuspicionCode = z.infer<typeof SuspicionCode>;

/** One rule of detection as data: how much from when on, within how long, and what it weighs. */
export const DetectionRule = z.object({
  code: SuspicionCode,
  isOn: z.boolean(),
  /** Seconds for `too-quick`, a count for the others; `staff-session` and `pressed` need none. */
  threshold: z.number().int().min(0).max(1_000),
  withinMinutes: z.number().int().min(0).max(10_080),
  weight: z.number().int().min(1).max(100),
});
export type DetectionRule = z.infer<typeof DetectionRule>;

export const EvaluationSettings = z.object({
  /** Working days from a bad rating to the contact (上海：1 个工作日). */
  contactDays: z.number().int().min(1).max(10),
  /** Working days for what is simple, and for what is complex. */
  simpleDays: z.number().int().min(1).max(30),
  complexDays: z.number().int().min(1).max(60),
  callBackDays: z.number().int().min(1).max(30),
  appealDays: z.number().int().min(1).max(30),
  reviewDays: z.number().int().min(1).max(30),
  /** Seconds for which the pad asks, and thanks. */
  padSeconds: z.number().int().min(15).max(300),
  thanksSeconds: z.number().int().min(1).max(30),
  /** Natural days for which a service can be rated, and added to. */
  openDays: z.number().int().min(1).max(180),
  additionDays: z.number().int().min(0).max(180),
  /** Days without an answer after which the system marks a default; null for never. It is counted apart. */
  defaultAfterDays: z.number().int().min(1).max(60).nullable(),
  defaultGrade: Grade.extract(['satisfied', 'basically-satisfied']),
  /** A group with fewer ratings is not shown to the public. */
  publicLeast: z.number().int().min(1).max(50),
  /** The weights from which a rating is looked at by a person. */
  suspicionLimit: z.number().int().min(1).max(300),
  rules: z.array(DetectionRule).max(20),
  version: z.number().int(),
});
export type EvaluationSettings = z.infer<typeof EvaluationSettings>;

export const DEFAULT_SETTINGS: EvaluationSettings = {
  contactDays: 1,
  simpleDays: 5,
  complexDays: 15,
  callBackDays: 5,
  appealDays: 3,
  reviewDays: 5,
  padSeconds: 60,
  thanksSeconds: 3,
  openDays: 30,
  additionDays: 30,
  defaultAfterDays: null,
  defaultGrade: 'basically-satisfied',
  publicLeast: 3,
  suspicionLimit: 50,
  rules: [
    { code: 'too-quick', isOn: true, threshold: 2, withinMinutes: 0, weight: 30 },
    { code: 'staff-session', isOn: true, threshold: 0, withinMinutes: 0, weight: 100 },
    { code: 'same-address', isOn: true, threshold: 5, withinMinutes: 60, weight: 40 },
    { code: 'same-phone', isOn: true, threshold: 3, withinMinutes: 1_440, weight: 50 },
    { code: 'pad-burst', isOn: true, threshold: 4, withinMinutes: 5, weight: 40 },
    { code: 'monotone', isOn: true, threshold: 15, withinMinutes: 1_440, weight: 30 },
    { code: 'pressed', isOn: true, threshold: 0, withinMinutes: 0, weight: 100 },
  ],
  version: 0,
};
