import type { Day } from '#kernel/clock/day.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Grade,
  isBad,
  problems,
  type RatingInput,
  type RatingOption,
  starsOfCode,
  toStars,
} from '../../contract.ts';

/** What of a service decides whether it can be rated now. */
export interface Rateable {
  readonly timesRated: number;
  readonly servedAt: Date;
  readonly openUntil: Day;
  /** The last day on which a rating can be added to; null before the first. */
  readonly addUntil: Day | null;
}

/** Rate, add once, or nothing more: once for each visit and each case, and one addition (追评). */
export function mayRate(one: Rateable, today: Day): 'rate' | 'add' | 'nothing' {
  if (one.timesRated === 0) return today <= one.openUntil ? 'rate' : 'nothing';
  return one.timesRated === 1 && one.addUntil !== null && today <= one.addUntil ? 'add' : 'nothing';
}

/** Refuses a rating of what was rated already, or later than it was open. */
export function requireOpen(one: Rateable, today: Day): void {
  const may = mayRate(one, today);
  if (may !== 'nothing') return;
  throw one.timesRated === 0
    ? new ProblemError(problems.notOpen, { day: one.openUntil })
    : new ProblemError(problems.alreadyRated);
}

/** A device's clock may be a little behind; a rating is never older than the service. */
const TOLERANCE_MS = 120_000;

export function requireAfterService(ratedAt: Date, servedAt: Date): void {
  if (ratedAt.getTime() + TOLERANCE_MS < servedAt.getTime())
    throw new ProblemError(problems.beforeService);
}

/** Refuses options of another grade or of no set, and a bad grade without any reason. */
export function requireFits(input: RatingInput, options: readonly RatingOption[]): void {
  const known = new Set(options.map(({ code }) => code));
  const wrong = input.options.find(
    (code) => !known.has(code) || starsOfCode(code) !== toStars(input.grade),
  );
  if (wrong !== undefined) throw new ProblemError(problems.optionOfOtherGrade, { code: wrong });
  if (needsReason(input.grade) && input.options.length === 0 && input.comment === '')
    throw new ProblemError(problems.sayWhy);
}

export const needsReason = (grade: Grade): boolean => isBad(grade);

/** What is wrong with a set of options; undefined when nothing is. */
export function findWrongOption(options: readonly RatingOption[]): string | undefined {
  const codes = options.map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return twice;
  const missing = ([1, 2, 3, 4, 5] as const).find(
    (stars) => !codes.some((code) => starsOfCode(code) === stars),
  );
  return missing === undefined ? undefined : `${missing}…`;
}
