import { addDays, toDayNumber, type Day } from './day.ts';

/** The zone in which business days of a centre are counted unless it says otherwise. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

// Summer time was last kept in China in 1991; since then the offset is fixed and needs no time zone data.
const SHANGHAI_FIXED_SINCE = Date.UTC(1992, 0, 1);
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/** The business day on which an instant falls in `zone`, whatever the zone of the process. Throws RangeError for an invalid Date or zone. */
export function localDay(instant: Date, zone: string = DEFAULT_ZONE): Day {
  const local = toLocalEpoch(instant.getTime(), zone);
  const number = Math.floor(local / DAY_MS);
  if (number !== latest.number) {
    latest.day = new Date(local).toISOString().slice(0, 10);
    latest.number = number;
  }
  return latest.day;
}

/** The day that was asked for last: it is asked for many times in a row. */
const latest = { number: Number.NaN, day: '' };

/** Minutes since local midnight by the wall clock, 0 to 1439. */
export function localMinuteOfDay(instant: Date, zone: string = DEFAULT_ZONE): number {
  const local = toLocalEpoch(instant.getTime(), zone);
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/** The first instant of a business day: 00:00, or where the clock jumps over midnight the first instant after it. */
export function startOfLocalDay(day: Day, zone: string = DEFAULT_ZONE): Date {
  const wall = toDayNumber(day) * DAY_MS;
  const candidates = [wall - offsetAt(wall - DAY_MS, zone), wall - offsetAt(wall + DAY_MS, zone)];
  const start = Math.min(...candidates.filter((epoch) => toLocalEpoch(epoch, zone) === wall));
  return new Date(Number.isFinite(start) ? start : findFirstInstant(wall, zone));
}

/** The last millisecond of a business day, 23:59:59.999: a limit of that day has passed only after it. */
export function endOfLocalDay(day: Day, zone: string = DEFAULT_ZONE): Date {
  return new Date(startOfLocalDay(addDays(day, 1), zone).getTime() - 1);
}

/**
 * The instant of a wall-clock minute of a business day; `minuteOfDay` 1440 is the midnight that ends it.
 * A wall time that the clock skips counts forward from the start of the day. Throws RangeError outside 0 to 1440.
 */
export function atLocalMinute(day: Day, minuteOfDay: number, zone: string = DEFAULT_ZONE): Date {
  if (!Number.isInteger(minuteOfDay) || minuteOfDay < 0 || minuteOfDay > 1440) {
    throw new RangeError(`Not a minute of a day: ${minuteOfDay}`);
  }
  if (minuteOfDay === 1440) return startOfLocalDay(addDays(day, 1), zone);
  const start = startOfLocalDay(day, zone).getTime();
  const wall = toDayNumber(day) * DAY_MS + minuteOfDay * MINUTE_MS;
  const guess = start + minuteOfDay * MINUTE_MS;
  const shifted = wall - offsetAt(guess, zone);
  return new Date(toLocalEpoch(shifted, zone) === wall ? shifted : guess);
}

/** Whether the runtime knows the zone's name (IANA). */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Midnight does not exist on this day in this zone: finds where the day begins by halving. */
function findFirstInstant(wall: number, zone: string): number {
  let before = wall - 2 * DAY_MS;
  let after = wall + 2 * DAY_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (toLocalEpoch(middle, zone) >= wall) after = middle;
    else before = middle;
  }
  return after;
}

/** The wall-clock reading in `zone`, written as if it were UTC. */
function toLocalEpoch(epoch: number, zone: string): number {
  return epoch + offsetAt(epoch, zone);
}

function offsetAt(epoch: number, zone: string): number {
  if (Number.isNaN(epoch)) throw new RangeError('Not a valid instant');
  if (zone === DEFAULT_ZONE && epoch >= SHANGHAI_FIXED_SINCE) return SHANGHAI_OFFSET_MS;
  const second = Math.floor(epoch / 1000) * 1000;
  const fields = new Map<string, number>();
  for (const part of formatterOf(zone).formatToParts(second))
    fields.set(part.type, Number(part.value));
  const read = (name: string): number => fields.get(name) ?? Number.NaN;
  const wall = new Date(0);
  wall.setUTCFullYear(read('year'), read('month') - 1, read('day'));
  wall.setUTCHours(read('hour'), read('minute'), read('second'), 0);
  return wall.getTime() - second;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const created = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, created);
  return created;
}
