import type { core, ZodError } from 'zod';

import { isUnreachable } from '../db/errors.ts';
import { commonProblems, fillWords, type Locale } from '../problems/contract.ts';
import { type FieldFault, ProblemError } from '../problems/problem-error.ts';
import { describeIssue } from './describe-issue.ts';

/** RFC 9457 problem details, as sent. */
export interface ProblemDocument {
  readonly type: string;
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly instance: string;
  readonly faults?: ReadonlyArray<{ readonly path: string; readonly reason: string }>;
  readonly [more: string]: unknown;
}

/** The refusal of input that does not fit its schema, every fault named with its place. */
export function invalidInput(error: ZodError, place: string): ProblemError {
  const faults: FieldFault[] = error.issues.map((issue: core.$ZodIssue) => ({
    path: [place, ...issue.path.map(String)].join('.'),
    reason: describeIssue(issue),
  }));
  return new ProblemError(commonProblems.invalidInput, {}, { faults });
}

/** Turns whatever was thrown into a refusal; what is not one is ours, and says nothing of its insides. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return (
    fromFramework(error) ??
    fromDatabase(error) ??
    new ProblemError(commonProblems.internal, {}, { cause: error })
  );
}

// Text with a zero character, and a cursor or id that is no value of its column (PostgreSQL class 22).
const UNREADABLE = new Set(['22021', '22P05', '22P02', '22007', '22008', '22003']);

/** A value that passed its schema and that the database still cannot hold was typed by somebody. */
function fromDatabase(error: unknown): ProblemError | undefined {
  if (isUnreachable(error))
    return new ProblemError(commonProblems.unavailable, {}, { cause: error });
  const isUnreadable =
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    UNREADABLE.has(error.code);
  return isUnreadable
    ? new ProblemError(commonProblems.invalidInput, {}, { cause: error })
    : undefined;
}

function fromFramework(error: unknown): ProblemError | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined;
  switch (error.statusCode) {
    case 413:
      return new ProblemError(commonProblems.tooLarge);
    case 415:
      return new ProblemError(commonProblems.unsupportedMedia);
    case 404:
      return new ProblemError(commonProblems.notFound);
    default:
      return error.statusCode >= 400 && error.statusCode < 500
        ? new ProblemError(commonProblems.invalidInput)
        : undefined;
  }
}

/** The document for the wire, in the caller's language. */
export function toProblemDocument(
  problem: ProblemError,
  locale: Locale,
  requestId: string,
): ProblemDocument {
  const { kind, values, extras } = problem;
  return {
    ...extras.more,
    type: `/api/problems/${kind.code}`,
    code: kind.code,
    status: kind.status,
    title: fillWords(kind.title, locale, { ...values, requestId }),
    instance: requestId,
    ...(extras.faults === undefined
      ? {}
      : {
          faults: extras.faults.map((fault) => ({
            path: fault.path,
            reason: fault.reason[locale],
          })),
        }),
  };
}
