import { addDays, type Day, daysBetween, daysInMonth } from '#kernel/clock/day.ts';

import { type Ground, grounds, type LicenceState, type StateAct } from '../contract.ts';

/** What decides about a licence. */
export interface Standing {
  readonly state: LicenceState;
  /** The last day, inclusive; null without end. */
  readonly validUntil: Day | null;
}

/** States from which an act leads, and where to. */
const MOVES: Readonly<
  Record<StateAct, { readonly from: readonly LicenceState[]; readonly to: LicenceState }>
> = {
  suspend: { from: ['valid'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'valid' },
  revoke: { from: ['valid', 'suspended', 'expired'], to: 'revoked' },
  cancel: { from: ['valid', 'suspended', 'revoked', 'expired'], to: 'cancelled' },
};

/**
 * Where a licence stands on a day: what is recorded, and expired from the day after its last, whether or not the
 * nightly work has said so yet.
 */
export function stateOn({ state, validUntil }: Standing, day: Day): LicenceState {
  const isRunning = state === 'valid' || state === 'suspended';
  return isRunning && validUntil !== null && validUntil < day ? 'expired' : state;
}

export type Decision =
  | { readonly allowed: true; readonly to: LicenceState }
  | { readonly allowed: false; readonly reason: 'state' | 'ground'; readonly state: LicenceState };

/** Whether an act is possible on a day upon a ground. A ground must name this act and suit the state. */
export function decideMove(standing: Standing, act: StateAct, ground: Ground, day: Day): Decision {
  const state = stateOn(standing, day);
  const move = MOVES[act];
  if (!move.from.includes(state)) return { allowed: false, reason: 'state', state };
  if (!suits(ground, act, state)) return { allowed: false, reason: 'ground', state };
  return { allowed: true, to: move.to };
}

/** What may be done to a licence in the state in which it stands. */
export function listActs(standing: Standing, day: Day): StateAct[] {
  const state = stateOn(standing, day);
  const acts: readonly StateAct[] = ['suspend', 'resume', 'revoke', 'cancel'];
  return acts.filter((act) => MOVES[act].from.includes(state));
}

/**
 * 行政许可法 art. 70: what has expired is cancelled because it was not renewed or its holder is gone; what was revoked is
 * cancelled because it was revoked.
 */
function suits(ground: Ground, act: StateAct, state: LicenceState): boolean {
  if (grounds[ground].act !== act) return false;
  if (act !== 'cancel') return true;
  if (state === 'revoked') return ground === 'revoked-or-withdrawn';
  return ground === 'not-renewed' ? state === 'expired' : true;
}

/** Whether a licence can be taken over by a new version: only what holds now, as it is. */
export function isChangeable(standing: Standing, day: Day): boolean {
  return stateOn(standing, day) === 'valid';
}

/** The first day on which a licence can be renewed; undefined when it is not renewed at all. */
export function renewFrom(validUntil: Day | null, renewFromDays: number | null): Day | undefined {
  if (validUntil === null || renewFromDays === null) return undefined;
  return addDays(validUntil, -renewFromDays);
}

/** Days of validity that are left, the last one counted; 1 on the last day, 0 or less when it is over. */
export function daysLeft(validUntil: Day, day: Day): number {
  return daysBetween(day, validUntil) + 1;
}

/** How many days before the end a holder is reminded. */
export const REMINDER_DAYS = [90, 60, 30, 7] as const;

/**
 * The reminder that is due: of the steps reached, the one nearest to the end, so that somebody who was not reminded for
 * a while gets one message and not four. Undefined before the first step and after the end.
 */
export function dueReminder(validUntil: Day | null, day: Day): number | undefined {
  if (validUntil === null) return undefined;
  const left = daysBetween(day, validUntil);
  if (left < 0) return undefined;
  return REMINDER_DAYS.findLast((step) => left <= step);
}

/**
 * The last day of a validity of so many months from a day: the day before the same date of the last month (民法典 art. 202:
 * from the next day, so the date itself would already be the day after); the month's last day where there is no such date.
 */
export function lastDayOf(validFrom: Day, months: number): Day {
  const monthIndex =
    Number(validFrom.slice(0, 4)) * 12 + Number(validFrom.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = (monthIndex % 12) + 1;
  const date = Number(validFrom.slice(8));
  const last = daysInMonth(year, month);
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  if (date > last) return `${text}-${String(last).padStart(2, '0')}`;
  return addDays(`${text}-${String(date).padStart(2, '0')}`, -1);
}
