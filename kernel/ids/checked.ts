import type { Words } from '../problems/contract.ts';

export interface Refused<R extends string> {
  readonly ok: false;
  /** For programs: stable, kebab-case. */
  readonly reason: R;
  /** For people: what is wrong and what is expected. Never repeats what was typed. */
  readonly message: Words;
}

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

/** What every parser of this folder returns; none throws, whatever the text. */
export type Checked<T, R extends string = string> = Accepted<T> | Refused<R>;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refuse<R extends string>(
  messages: Readonly<Record<R, Words>>,
  reason: R,
): Refused<R> {
  return { ok: false, reason, message: messages[reason] };
}
