import { localMinuteOfDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { BusinessNow, Forecast, NotTaking, QueueSettings } from '../contract.ts';
import { type Around, openingOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import * as setUp from './repository-set-up.ts';
import { listServices } from './repository-windows.ts';
import { forecastWait, type Load, meanError } from './rules/forecast.ts';
import { lightOf } from './rules/light.ts';
import type { BusinessRow, WindowServiceRow } from './tables.ts';

const MINUTE_MS = 60_000;

/** The lines of a site as they stand, for forecasts and screens. */
export interface Lines {
  readonly numbers: ReadonlyMap<string, setUp.LineNumbers>;
  readonly windows: readonly setUp.OpenWindow[];
}

export async function readLines(
  db: Db,
  centreId: number,
  of: { readonly businessIds: readonly string[]; readonly day: string; readonly samples: number },
): Promise<Lines> {
  const [rows, windows] = await Promise.all([
    setUp.readLines(db, centreId, of),
    setUp.readOpenWindows(db, centreId),
  ]);
  return { numbers: new Map(rows.map((row) => [row.business_id, row])), windows };
}

/** What a forecast for somebody with so many ahead rests on. */
export function toLoad(lines: Lines, business: BusinessRow, ahead: number, now: Date): Load {
  const id = business.business_id;
  const main = lines.windows.filter((window) => window.main_ids.includes(id));
  const windows =
    main.length > 0 ? main : lines.windows.filter((window) => window.business_ids.includes(id));
  const busy = windows.filter((window) => window.busy_since !== null);
  return {
    ahead,
    samples: lines.numbers.get(id)?.samples ?? [],
    usual: business.usual_minutes,
    elapsed: busy.map((window) =>
      Math.max(0, (now.getTime() - (window.busy_since ?? now).getTime()) / MINUTE_MS),
    ),
    free: windows.length - busy.length,
    part: partOf(lines, windows, id),
  };
}

/** The part of its windows that a line has: windows divide themselves as people wait. */
function partOf(lines: Lines, windows: readonly setUp.OpenWindow[], id: string): number {
  if (windows.length === 0) return 1;
  const waitingIn = (businessId: string) => lines.numbers.get(businessId)?.waiting ?? 0;
  const own = Math.max(1, waitingIn(id));
  const parts = windows.map((window) => {
    const others = window.main_ids
      .filter((other) => other !== id)
      .reduce((sum, other) => sum + waitingIn(other), 0);
    return own / (own + others);
  });
  return parts.reduce((sum, part) => sum + part, 0) / windows.length;
}

export function toForecast(
  lines: Lines,
  business: BusinessRow,
  ahead: number,
  now: Date,
): Forecast {
  const load = toLoad(lines, business, ahead, now);
  const error = meanError(lines.numbers.get(business.business_id)?.errors ?? []);
  return {
    minutes: Math.round(forecastWait(load) * 10) / 10,
    errorMinutes: error === null ? null : Math.round(error * 10) / 10,
    samples: load.samples.length,
  };
}

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The hours of a business on this day: `HH:MM` of the first opening and the last closing. */
export interface Hours {
  readonly isOpen: boolean;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** Minutes until the last closing of the day. */
  readonly minutesLeft: number;
}

export async function hoursOf(
  deps: QueueDeps,
  db: Db,
  around: Around,
  business: Pick<BusinessRow, 'centre_id' | 'site_id' | 'zone_id'>,
): Promise<Hours> {
  const calendar = await openingOf(deps, db, business.centre_id, {
    siteId: business.site_id,
    zoneId: business.zone_id,
  });
  const { intervals } = calendar.hoursOn(around.today);
  const minute = localMinuteOfDay(around.now, around.zone);
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const last = intervals.at(-1);
  const first = intervals[0];
  const end = last === undefined ? 0 : minutes(last.to);
  return {
    isOpen: calendar.isOpenAt(around.now),
    opensAt: first === undefined ? null : first.from,
    closesAt: last === undefined ? null : timeOf(Math.min(end, 1439)),
    minutesLeft: Math.max(0, end - minute),
  };
}

/** Why no ticket is given now; null when one is. */
export function whyNotTaking(
  business: BusinessRow,
  given: { readonly issued: number; readonly hasWindow: boolean; readonly isOpen: boolean },
): NotTaking | null {
  if (!business.is_open) return 'closed';
  if (!given.isOpen) return 'outside-hours';
  if (!given.hasWindow) return 'no-window';
  if (business.daily_limit > 0 && given.issued >= business.daily_limit) return 'full';
  return null;
}

/** Businesses as whoever draws a ticket sees them. */
export async function toBusinessesNow(
  deps: QueueDeps,
  db: Db,
  around: Around,
  settings: QueueSettings,
  rows: readonly BusinessRow[],
): Promise<BusinessNow[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const businessIds = rows.map((row) => row.business_id);
  const [lines, services] = await Promise.all([
    readLines(db, first.centre_id, {
      businessIds,
      day: around.today,
      samples: settings.forecastSamples,
    }),
    listServices(db, first.centre_id, { businessIds }),
  ]);
  const seen: BusinessNow[] = [];
  for (const row of rows) {
    const hours = await hoursOf(deps, db, around, row);
    seen.push(toBusinessNow(row, { around, settings, lines, services, hours }));
  }
  return seen;
}

function toBusinessNow(
  row: BusinessRow,
  of: {
    readonly around: Around;
    readonly settings: QueueSettings;
    readonly lines: Lines;
    readonly services: readonly WindowServiceRow[];
    readonly hours: Hours;
  },
): BusinessNow {
  const { around, lines, hours } = of;
  const zone = around.directory.zones.byId.get(row.zone_id);
  const windows = of.services.filter((service) => service.business_id === row.business_id);
  const numbers = lines.numbers.get(row.business_id);
  const waiting = numbers?.waiting ?? 0;
  const forecast = toForecast(lines, row, waiting, around.now);
  const light = lightOf(
    { waiting, forecastMinutes: forecast.minutes },
    {
      targetMinutes: of.settings.targetMinutes,
      warnPeople: row.warn_people,
      warnMinutes: row.warn_minutes,
    },
  );
  return {
    id: row.business_id,
    code: row.code,
    letter: row.letter,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    hintZh: row.hint_zh,
    hintEn: row.hint_en,
    zoneId: row.zone_id,
    zoneNameZh: zone?.nameZh ?? '',
    zoneNameEn: zone?.nameEn ?? '',
    floor: zone?.floor ?? 1,
    isRealName: row.is_real_name,
    windowNumbers: toNumbers(around, windows),
    openWindows: lines.windows.filter((open) => open.business_ids.includes(row.business_id)).length,
    waiting,
    forecast,
    notTaking: whyNotTaking(row, {
      issued: numbers?.issued ?? 0,
      hasWindow: windows.length > 0,
      isOpen: hours.isOpen,
    }),
    opensAt: hours.opensAt,
    closesAt: hours.closesAt,
    isOverTarget: light === 'red',
    light,
  };
}

/** Numbers of the windows of a line, those of its own first. */
export function toNumbers(around: Around, services: readonly WindowServiceRow[]): number[] {
  const main = services.filter((service) => service.role === 'main');
  return (main.length > 0 ? main : services)
    .flatMap((service) => around.directory.windows.byId.get(service.window_id)?.number ?? [])
    .toSorted((left, right) => left - right);
}
