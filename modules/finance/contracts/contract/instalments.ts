import { z } from 'zod';

import type { WorkingCalendar } from '#kernel/calendar/working-days.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Fen } from '#kernel/money/fen.ts';
import { type BasisPoints, parsePercent, splitByPercent, WHOLE } from '#kernel/money/percent.ts';

/** The events of a contract that money hangs on; each is recorded with its day and its evidence. */
export const ContractEventKind = z.enum([
  'basically-complete',
  'mid-term',
  'accepted',
  'delivered',
]);
export type ContractEventKind = z.infer<typeof ContractEventKind>;

/** What an instalment waits for: a day that is known, or an event that is recorded; never prose. */
export const Trigger = z.discriminatedUnion('on', [
  z.object({ on: z.literal('signed') }),
  z.object({ on: z.literal('months-served'), months: z.number().int().min(1).max(60) }),
  z.object({ on: z.literal('basically-complete') }),
  z.object({ on: z.literal('mid-term') }),
  z.object({ on: z.literal('delivered') }),
  z.object({ on: z.literal('accepted') }),
  /** 结束服务期并通过验收: the later of the last day of service and the acceptance. */
  z.object({ on: z.literal('served-and-accepted') }),
]);
export type Trigger = z.infer<typeof Trigger>;

/** A percentage as text, `30`, `33.33`. */
export const Percent = z
  .string()
  .regex(/^\d{1,3}(?:\.\d{1,2})?$/, '百分比最多两位小数｜A percentage has at most two decimals');

export function toPercent(text: string): BasisPoints {
  const read = parsePercent(text);
  if (read === undefined) throw new RangeError(`Not a percentage: ${text}`);
  return read;
}

export type Split =
  | { readonly ok: true; readonly amounts: readonly Fen[] }
  | { readonly ok: false; readonly sum: BasisPoints };

/** The instalments of a price, by largest remainder, so that they sum to it; or what the percentages add up to instead of 100 %. */
export function splitPrice(priceFen: Fen, percents: readonly BasisPoints[]): Split {
  const sum = percents.reduce((left, right) => left + right, 0n);
  if (sum !== WHOLE) return { ok: false, sum };
  return { ok: true, amounts: splitByPercent(priceFen, percents) };
}

/** What is known of a contract's days. */
export interface ContractDays {
  readonly signedOn: Day;
  readonly servesFrom: Day | null;
  readonly servesUntil: Day | null;
  readonly events: Readonly<Partial<Record<ContractEventKind, Day>>>;
}

/** The day on which an instalment can be settled, undefined while what it waits for has not been recorded. */
export function findReachedOn(
  trigger: Trigger,
  days: ContractDays,
  calendar: Pick<WorkingCalendar, 'addMonths'>,
): Day | undefined {
  switch (trigger.on) {
    case 'signed':
      return days.signedOn;
    case 'months-served': {
      const from = days.servesFrom ?? days.signedOn;
      return calendar.addMonths(from, trigger.months, { onDayOff: 'stays' }).dueOn;
    }
    case 'served-and-accepted': {
      const { accepted } = days.events;
      if (accepted === undefined) return undefined;
      const end = days.servesUntil ?? accepted;
      return end > accepted ? end : accepted;
    }
    case 'basically-complete':
    case 'mid-term':
    case 'delivered':
    case 'accepted':
      return days.events[trigger.on];
  }
}

/** Whether a trigger waits for an event that a person records. */
export function eventOf(trigger: Trigger): ContractEventKind | undefined {
  switch (trigger.on) {
    case 'signed':
    case 'months-served':
      return undefined;
    case 'served-and-accepted':
      return 'accepted';
    case 'basically-complete':
    case 'mid-term':
    case 'delivered':
    case 'accepted':
      return trigger.on;
  }
}
