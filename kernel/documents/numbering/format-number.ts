import { z } from 'zod';

import type { Day } from '../../clock/day.ts';

/** What a pattern is filled with; `more` holds the parts that only this pattern names, e.g. `code`. */
export interface NumberParts {
  readonly year: number;
  readonly serial: number;
  /** Needed by `{date}`, `{month}` and `{day}`. */
  readonly day?: Day;
  readonly more?: Readonly<Record<string, string>>;
}

const PLACE = /\{([a-z][a-zA-Z]*)(?::(\d))?\}/g;
const OF_THE_DAY = ['date', 'month', 'day'];

/**
 * How a number is written, e.g. `松行审受〔{year}〕{serial}号` or `{code}{date}{serial:4}`. Places: `{year}`, `{yy}`,
 * `{date}` (YYYYMMDD), `{month}`, `{day}`, `{serial}`, and names of one's own. `{serial:4}` is filled with zeros to at
 * least four digits; a larger number is written in full, so that none is refused or written twice alike.
 */
export const NumberPattern = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((pattern) => /\{serial(?::\d)?\}/.test(pattern), {
    message: 'The pattern lacks {serial}',
  })
  .refine((pattern) => !/[{}]/.test(pattern.replaceAll(PLACE, '')), {
    message: 'A brace that belongs to no place',
  });
export type NumberPattern = z.infer<typeof NumberPattern>;

/** The names of the places of a pattern, each once. */
export function listPlaces(pattern: NumberPattern): string[] {
  return [...new Set(Array.from(pattern.matchAll(PLACE), (match) => match[1] ?? ''))];
}

/** Writes a number by its pattern. Throws RangeError for a part that the pattern names and nobody gives. */
export function formatNumber(pattern: NumberPattern, parts: NumberParts): string {
  if (!Number.isSafeInteger(parts.serial) || parts.serial < 1) {
    throw new RangeError(`Not a number of a series: ${parts.serial}`);
  }
  const values = toValues(parts);
  return pattern.replaceAll(PLACE, (_, name: string, width: string | undefined) => {
    const value = values[name];
    if (value === undefined) {
      const missing = OF_THE_DAY.includes(name) ? 'the day' : `"${name}"`;
      throw new RangeError(`The pattern ${pattern} needs ${missing}`);
    }
    return width === undefined ? value : value.padStart(Number(width), '0');
  });
}

function toValues({ year, serial, day, more }: NumberParts): Record<string, string | undefined> {
  const written = String(year).padStart(4, '0');
  return {
    ...more,
    year: written,
    yy: written.slice(-2),
    serial: String(serial),
    date: day?.replaceAll('-', ''),
    month: day?.slice(5, 7),
    day: day?.slice(8, 10),
  };
}
