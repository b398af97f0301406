import { percentile } from '#bench/statistics.ts';

/** A visit as the charts need it, in minutes after midnight. */
export interface Told {
  readonly issued: number;
  readonly called: number | undefined;
  readonly ended: number | undefined;
  readonly forecastMinutes: number;
}

/** A quarter of an hour of the hall. */
export interface Quarter {
  readonly from: number;
  readonly issued: number;
  readonly called: number;
  /** Who waits when the quarter ends. */
  readonly waiting: number;
  /** Of those called in it; null when nobody was. */
  readonly p50Wait: number | null;
  readonly p90Wait: number | null;
}

const LENGTH = 15;

/** The day in quarters, from the first ticket to the last call. */
export function toQuarters(visits: readonly Told[]): Quarter[] {
  const times = visits.flatMap(({ issued, called }) => [issued, called ?? issued]);
  if (times.length === 0) return [];
  const first = Math.floor(Math.min(...times) / LENGTH) * LENGTH;
  const count = Math.floor((Math.max(...times) - first) / LENGTH) + 1;
  return Array.from({ length: count }, (_, index) => {
    const from = first + index * LENGTH;
    const until = from + LENGTH;
    const isIn = (time: number | undefined) => time !== undefined && time >= from && time < until;
    const waits = visits.flatMap(({ issued, called }) =>
      called !== undefined && isIn(called) ? [called - issued] : [],
    );
    return {
      from,
      issued: visits.filter(({ issued }) => isIn(issued)).length,
      called: waits.length,
      waiting: visits.filter(
        ({ issued, called, ended }) =>
          issued < until && (called ?? Infinity) >= until && (ended ?? Infinity) >= until,
      ).length,
      p50Wait: waits.length === 0 ? null : percentile(waits, 50),
      p90Wait: waits.length === 0 ? null : percentile(waits, 90),
    };
  });
}

/** How far forecasts were off, in steps of so many minutes; what is further off stands at the ends. */
export function toErrors(
  visits: readonly Told[],
  { step, most }: { readonly step: number; readonly most: number },
): Array<{ readonly from: number; readonly count: number }> {
  const bins = Array.from({ length: (2 * most) / step }, (_, index) => ({
    from: index * step - most,
    count: 0,
  }));
  for (const { issued, called, forecastMinutes } of visits) {
    if (called === undefined || Number.isNaN(forecastMinutes)) continue;
    const error = forecastMinutes - (called - issued);
    const index = Math.floor((error + most) / step);
    const bin = bins[Math.min(bins.length - 1, Math.max(0, index))];
    if (bin !== undefined) bin.count += 1;
  }
  return bins;
}
