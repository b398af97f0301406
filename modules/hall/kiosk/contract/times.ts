import { z } from 'zod';

/** How long a kiosk waits for its visitors; a centre sets it itself. */
export const KioskSettings = z
  .object({
    /** Untouched for so long, a kiosk warns; GB/T 22239 wants sessions to end by themselves. */
    idleSeconds: z.number().int().min(30).max(600),
    /** So long the warning counts down before everything is wiped. */
    warningSeconds: z.number().int().min(10).max(120),
    /** For a visitor in the elder mode both are so many times as long. */
    elderFactor: z.number().int().min(1).max(5),
    /** The server ends a visit that nothing was asked in for so long, should the kiosk not come back to end it. */
    visitIdleMinutes: z.number().int().min(5).max(60),
    /** No visit is longer. */
    visitMinutes: z.number().int().min(10).max(240),
    /** A link for a phone serves it for so long. */
    linkMinutes: z.number().int().min(2).max(30),
    version: z.number().int().min(0),
  })
  .refine(
    (one) => (one.idleSeconds + one.warningSeconds) * one.elderFactor <= one.visitIdleMinutes * 60,
    {
      path: ['visitIdleMinutes'],
      message:
        '应不短于大字版下无操作时间与倒计时之和｜At least as long as the idle time and its warning in the elder mode',
    },
  )
  .refine((one) => one.visitIdleMinutes <= one.visitMinutes, {
    path: ['visitMinutes'],
    message: '不能短于无操作时间｜Not shorter than the idle time',
  });
export type KioskSettings = z.infer<typeof KioskSettings>;

export const DEFAULT_SETTINGS: KioskSettings = {
  idleSeconds: 60,
  warningSeconds: 20,
  elderFactor: 2,
  visitIdleMinutes: 10,
  visitMinutes: 60,
  linkMinutes: 10,
  version: 0,
};

/** A link for a phone takes so many files. */
export const LINK_FILES = 10;
