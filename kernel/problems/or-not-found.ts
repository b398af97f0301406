import { commonProblems } from './contract.ts';
import { ProblemError } from './problem-error.ts';

/** The record, or the refusal `request/not-found`. */
export function orNotFound<T>(found: T | undefined): T {
  if (found === undefined) throw new ProblemError(commonProblems.notFound);
  return found;
}
