import { z } from 'zod';

import { USUAL_VOLUME, VolumeStep } from './screens.ts';

/** The rules of the hall that a centre sets itself. */
export const QueueSettings = z.object({
  /** Calls without an answer before a ticket may be marked missed. */
  callsBeforeMissed: z.number().int().min(1).max(5),
  /** Seconds between two calls of one ticket. */
  secondsBetweenCalls: z.number().int().min(0).max(120),
  /** At which place a missed ticket comes back, counted in tickets that go first. */
  requeuePosition: z.number().int().min(0).max(20),
  /** For each normal ticket at most so many of a lane are called before it. */
  priorityShare: z.number().int().min(1).max(5),
  appointmentShare: z.number().int().min(1).max(5),
  transferredShare: z.number().int().min(1).max(5),
  greenShare: z.number().int().min(1).max(10),
  /** Tickets before one's own at which the holder is told. */
  noticeAhead: z.number().int().min(1).max(20),
  /** 挂起: minutes for which a number is kept while a paper is fetched. */
  holdMinutes: z.number().int().min(5).max(480),
  heldPerWindow: z.number().int().min(1).max(10),
  pauseMinutes: z.number().int().min(1).max(120),
  /** The wait above which a line is over target and opening a window is suggested. */
  targetMinutes: z.number().int().min(1).max(120),
  /** When a ticket has waited so long, windows that help serve its line as their own. */
  overflowMinutes: z.number().int().min(0).max(120),
  /** Services of today that a forecast rests on. */
  forecastSamples: z.number().int().min(5).max(100),
  /** Minutes before closing at which tickets say that the turn may not come; at closing none is given. */
  closingMinutes: z.number().int().min(0).max(120),
  /** 1 is read 幺. */
  saysYao: z.boolean(),
  /** Each call is said in English after the Chinese. */
  saysEnglish: z.boolean(),
  /** How loud the displays speak, by the time of the day. */
  volume: z
    .array(VolumeStep)
    .min(1)
    .max(24)
    .refine((steps) => new Set(steps.map(({ from }) => from)).size === steps.length, {
      message: '同一时刻只能设一次｜Each time of the day once',
    }),
  version: z.number().int().min(0),
});
export type QueueSettings = z.infer<typeof QueueSettings>;

export const DEFAULT_SETTINGS: QueueSettings = {
  callsBeforeMissed: 3,
  secondsBetweenCalls: 20,
  requeuePosition: 3,
  priorityShare: 2,
  appointmentShare: 2,
  transferredShare: 2,
  greenShare: 10,
  noticeAhead: 3,
  holdMinutes: 120,
  heldPerWindow: 3,
  pauseMinutes: 30,
  targetMinutes: 15,
  overflowMinutes: 10,
  forecastSamples: 20,
  closingMinutes: 30,
  saysYao: false,
  saysEnglish: false,
  volume: [...USUAL_VOLUME],
  version: 0,
};
