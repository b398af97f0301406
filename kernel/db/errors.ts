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

const NO_SERVER = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
// Classes 08 (connection) and 57P (the server stops, starts or was killed), and no connection left.
const SERVER_AWAY = /^(?:08...|57P0[1-4]|53300)$/;
// What the driver itself says carries no code.
const CONNECTION_LOST =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client (?:has encountered a connection error|was closed)|Cannot use a pool after calling end)/;

/** Whether the database could not be reached, or went away in the middle: the same may succeed in a moment. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!('code' in error) || typeof error.code !== 'string')
    return CONNECTION_LOST.test(error.message);
  if (SERVER_AWAY.test(error.code)) return true;
  return NO_SERVER.has(error.code) && 'syscall' in error && CONNECTS.has(error.syscall);
}

const CONNECTS = new Set<unknown>(['connect', 'read', 'write']);

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
