import { addDays, type Day } from '#kernel/clock/day.ts';
import { localMinuteOfDay } from '#kernel/clock/local-day.ts';

import type { Acceptance } from '../contract.ts';
import type { Effect } from './act.ts';
import type { CasesDeps } from './deps.ts';
import type { Loaded } from './load-around.ts';
import { acceptPending } from './papers.ts';
import type { Around } from './rules/around.ts';
import { latestSupplementOf } from './rules/guards-intake.ts';

/** Whether the day’s work is over: what is due on the spot is then due the next working day. */
export const isAfterClosing = (
  { clock }: Pick<CasesDeps, 'clock'>,
  { settings }: Pick<Around, 'settings'>,
): boolean => localMinuteOfDay(clock.now()) >= settings.closingMinute;

/** Accepted as of today; a set that was corrected, as of the day when all corrections were in. */
export const acceptanceDay = ({ file, today }: Pick<Around, 'file' | 'today'>): Day =>
  file.corrections.length > 0 ? (file.facts.receivedOn ?? today) : today;

/** 受理: the clock of the decision begins. */
export function toAccepted(
  deps: CasesDeps,
  { around, paperRows }: Pick<Loaded, 'around' | 'paperRows'>,
  input: Acceptance,
): Effect {
  const { file, today } = around;
  const acceptedOn = acceptanceDay(around);
  const isTolerant = input.mode === 'tolerant';
  return {
    papers: acceptPending(paperRows),
    detail: { mode: input.mode, promiseFileId: input.promiseFileId ?? null },
    changes: {
      acceptMode: input.mode,
      supplementDueOn: isTolerant ? (input.supplementDueOn ?? latestSupplementOf(around)) : null,
      promise:
        input.mode === 'promise'
          ? { state: 'promised', inspectBy: null, rectifyBy: null }
          : file.promise,
      facts: {
        ...file.facts,
        acceptedOn,
        answeredOn: today,
        receivedLate: acceptedOn === today && isAfterClosing(deps, around),
      },
    },
  };
}

/** When the inspection of what was promised falls due. */
export const inspectionDay = (decidedOn: Day, withinDays: number): Day =>
  addDays(decidedOn, withinDays);
