import { z } from 'zod';

/** The rules of appointments of a centre (预约规则). Every number is the centre’s to set. */
export const SettingsBody = z.object({
  /** How many opening days ahead can be booked, today included. */
  aheadOpenDays: z.number().int().min(1).max(60),
  /** Booking closes this long before a slot. */
  closesMinutesBefore: z.number().int().min(0).max(2880),
  /** Moving and cancelling by oneself close this long before. */
  changesMinutesBefore: z.number().int().min(0).max(2880),
  perPersonDay: z.number().int().min(1).max(10),
  openPerPerson: z.number().int().min(1).max(30),
  /** Check-in opens this long before the slot. */
  earlyMinutes: z.number().int().min(0).max(480),
  /** And ends this long after its start; who has not come by then has missed it. */
  lateMinutes: z.number().int().min(0).max(480),
  /** So many missed within so many days close online booking for so many days. 0 missed: never. */
  missedLimit: z.number().int().min(0).max(20),
  missedWithinDays: z.number().int().min(1).max(366),
  banDays: z.number().int().min(1).max(366),
  /** Hours before the slot at which people are reminded. */
  remindHoursBefore: z.array(z.number().int().min(1).max(168)).max(3),
});
export type SettingsBody = z.infer<typeof SettingsBody>;

export const Settings = SettingsBody.extend({ version: z.number().int().min(0) });
export type Settings = z.infer<typeof Settings>;

/** Five opening days ahead, ten minutes before, two hours to cancel, as halls commonly have it. */
export const DEFAULT_SETTINGS: Settings = {
  aheadOpenDays: 5,
  closesMinutesBefore: 10,
  changesMinutesBefore: 120,
  perPersonDay: 1,
  openPerPerson: 3,
  earlyMinutes: 30,
  lateMinutes: 30,
  missedLimit: 3,
  missedWithinDays: 90,
  banDays: 30,
  remindHoursBefore: [24, 2],
  version: 0,
};
