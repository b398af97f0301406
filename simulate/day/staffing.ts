import type { Chance } from '../chance.ts';
import type { Habits } from './habits.ts';
import type { Line, Staffing, Visit } from './shapes.ts';

/** From one visitor who leaves to the next who is called, and between two calls of somebody who does not hear. */
const TURN_SECONDS = 30;
const RECALL_SECONDS = 25;
/** So long a line is still served after the doors have closed for lunch. */
const GRACE_MINUTES = 30;

/** As many windows of each line as keep its waits where people bear them; the others stay closed, as on any day. */
export function staffWindows(
  lines: readonly Line[],
  visits: readonly Visit[],
  chance: Chance,
  { bearable, pauseShare }: Habits,
): Staffing[] {
  const served = new Map<string, Line[]>();
  for (const line of lines) {
    const own = visits
      .filter((visit) => visit.line === line)
      .toSorted((left, right) => left.arrivesAt - right.arrivesAt);
    if (own.length === 0) continue;
    for (const windowId of line.windowIds.slice(0, countNeeded(line, own, bearable)))
      served.set(windowId, [...(served.get(windowId) ?? []), line]);
  }
  return [...served].map(([windowId, own]) => {
    const [from, to] = chance.pick((own[0]?.open ?? []).map((stretch) => [stretch, 1] as const));
    const pause = {
      at: chance.between(from + 45, Math.max(from + 46, to - 35)),
      minutes: 10 + chance.below(11),
    };
    return { windowId, lines: own, pause: chance.happens(pauseShare) ? pause : undefined };
  });
}

/** Whoever plans the shifts knows such days: the fewest windows with which one bears the wait. */
function countNeeded(line: Line, visits: readonly Visit[], bearable: Habits['bearable']): number {
  let windows = 1;
  while (windows < line.windowIds.length && !isBearable(line, visits, windows, bearable))
    windows += 1;
  return windows;
}

/** Whether a line’s visitors bear the waits before so many windows. */
export function isBearable(
  line: Line,
  visits: readonly Visit[],
  windows: number,
  bearable: Habits['bearable'],
): boolean {
  const waits = waitsBefore(line, visits, windows);
  const sum = waits.reduce((total, wait) => total + wait, 0);
  return (
    sum <= bearable.meanMinutes * waits.length && Math.max(0, ...waits) <= bearable.mostMinutes
  );
}

/** Minutes that each visit of a line waits before so many windows, in the order of their coming. */
export function waitsBefore(line: Line, visits: readonly Visit[], windows: number): number[] {
  const free = Array.from({ length: windows }, () => line.open[0]?.[0] ?? 0);
  return visits.map((visit) => {
    const next = Math.min(...free);
    const begins = whenServed(line, Math.max(visit.arrivesAt, next));
    free[free.indexOf(next)] = begins + minutesAt(visit);
    return begins - visit.arrivesAt;
  });
}

/** Whoever is not served before lunch is served after it. */
function whenServed({ open }: Line, at: number): number {
  const later = open.find(([from, to], index) => {
    const before = open[index - 1];
    return before !== undefined && at > before[1] + GRACE_MINUTES && at < from && at < to;
  });
  return later?.[0] ?? at;
}

const minutesAt = ({ serviceSeconds, walkSeconds, hearsCall }: Visit): number =>
  (serviceSeconds + walkSeconds + TURN_SECONDS + (hearsCall - 1) * RECALL_SECONDS) / 60;
