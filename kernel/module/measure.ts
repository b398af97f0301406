import type { Day } from '../clock/day.ts';
import type { Db } from '../db/types.ts';
import type { Words } from '../problems/contract.ts';

/** Days over which something is measured, both included. */
export interface MeasureSpan {
  readonly centreId: number;
  readonly from: Day;
  readonly until: Day;
}

export interface MeasureReading {
  /** A decimal as text; null when nothing happened that could be measured: a blank is not nought. */
  readonly value: string | null;
  /** How many records stand behind the value. */
  readonly events: number;
}

/**
 * A figure that operations give by themselves. The module whose records it counts declares it in its
 * `module.ts`; others refer to it by its name, so what a name means never changes.
 */
export interface Measure {
  /** `module.what`. */
  readonly name: string;
  readonly title: Words;
  /** How it is counted, in one sentence: it is shown beside every value. */
  readonly query: Words;
  readonly unit: Words;
  /** Reads it over a span of days. It asks no permission: who shows it did. */
  readonly read: (db: Db, span: MeasureSpan) => Promise<MeasureReading>;
}

/** Declares a measure. */
export function defineMeasure(measure: Measure): Measure {
  return measure;
}

/** A count as a reading; nothing counted is nought, not a blank. */
export function toCount(events: number): MeasureReading {
  return { value: String(events), events };
}

/** A share in percent with two decimals, half up; blank when there is no whole. */
export function toShare(part: number, whole: number): MeasureReading {
  return { value: whole === 0 ? null : toHundredths(BigInt(part) * 100n, whole), events: whole };
}

/** A mean with two decimals, half up; blank when there is nothing to take a mean of. */
export function toMean(sum: number, count: number): MeasureReading {
  return { value: count === 0 ? null : toHundredths(BigInt(sum), count), events: count };
}

function toHundredths(dividend: bigint, divisor: number): string {
  const by = BigInt(divisor);
  const hundredths = (dividend * 200n + by) / (by * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
