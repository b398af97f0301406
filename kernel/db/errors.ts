import type { ProblemKind } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

function hasCode(error: unknown, code: string, constraint?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== code) return false;
  return constraint === undefined || ('constraint' in error && error.constraint === constraint);
}

/** Whether the write met a row with the same key; `constraint` narrows it to one rule of the schema. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  return hasCode(error, UNIQUE_VIOLATION, constraint);
}

/** Whether the write named a row that does not exist, or removed one that is still named. */
export function isBrokenReference(error: unknown, constraint?: string): boolean {
  return hasCode(error, FOREIGN_KEY_VIOLATION, constraint);
}

const QUERY_CANCELLED = '57014';

/** Whether the statement was stopped because it took longer than it may. */
export function isTimedOut(error: unknown): boolean {
  return hasCode(error, QUERY_CANCELLED);
}

/** Runs a write; a row with the same key becomes the refusal given, with its values. */
export async function refuseDuplicate<T>(
  constraint: string,
  kind: ProblemKind,
  values: Readonly<Record<string, string | number>>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, constraint)) throw new ProblemError(kind, values, { cause: error });
    throw error;
  }
}
