import { commonProblems } from './contract.ts';
import { ProblemError } from './problem-error.ts';

/** Refuses a change typed over an older version of the record, so that nobody's work is overwritten unseen. */
export function requireVersion(
  current: { readonly version: number; readonly changedBy?: string },
  given: number,
): void {
  if (current.version === given) return;
  const who = current.changedBy ?? '其他人 / Someone else';
  throw new ProblemError(
    commonProblems.staleVersion,
    { who },
    { more: { currentVersion: current.version } },
  );
}
