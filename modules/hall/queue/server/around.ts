import type { OpeningCalendar } from '#kernel/calendar/opening-hours.ts';
import { findZone } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import type { QueueDeps } from './deps.ts';
import { listBusinesses } from './repository-set-up.ts';
import type { BusinessRow } from './tables.ts';

/** What seldom changes and every ticket needs: places, the zone of the business day, opening hours. */
export interface Around {
  readonly directory: Directory;
  /** For names only: a change is seen a minute later. */
  readonly businesses: ReadonlyMap<string, BusinessRow>;
  /** The zone in which the business day is counted. */
  readonly zone: string;
  /** The business day of this moment. */
  readonly today: Day;
  readonly now: Date;
}

interface Kept {
  readonly directory: Directory;
  readonly businesses: ReadonlyMap<string, BusinessRow>;
  readonly zone: string;
  readonly at: number;
  readonly openings: Map<string, Promise<OpeningCalendar>>;
}

const FRESH_MS = 60_000;
const kept = new WeakMap<QueueDeps, Map<number, Kept>>();

async function load(deps: QueueDeps, db: Db, centreId: number): Promise<Kept> {
  const [directory, zone, rows] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    findZone(db, centreId),
    listBusinesses(db, centreId),
  ]);
  const businesses = new Map(rows.map((row) => [row.business_id, row]));
  const made = { directory, businesses, zone, at: deps.clock.now().getTime(), openings: new Map() };
  const all = kept.get(deps) ?? new Map<number, Kept>();
  all.set(centreId, made);
  kept.set(deps, all);
  return made;
}

async function keep(deps: QueueDeps, db: Db, centreId: number): Promise<Kept> {
  const one = kept.get(deps)?.get(centreId);
  const age = one === undefined ? Infinity : deps.clock.now().getTime() - one.at;
  return one !== undefined && age >= 0 && age < FRESH_MS ? one : load(deps, db, centreId);
}

const toAround = (deps: QueueDeps, { directory, businesses, zone }: Kept): Around => {
  const now = deps.clock.now();
  return { directory, businesses, zone, now, today: localDay(now, zone) };
};

/** Forgets what was read, after a change of this process's own. */
export function forgetAround(deps: QueueDeps, centreId: number): void {
  kept.get(deps)?.delete(centreId);
}

/** Read again after a minute, or when `isEnough` finds that something is missing. */
export async function aroundOf(
  deps: QueueDeps,
  db: Db,
  centreId: number,
  isEnough: (directory: Directory) => boolean = () => true,
): Promise<Around> {
  const found = await keep(deps, db, centreId);
  return toAround(deps, isEnough(found.directory) ? found : await load(deps, db, centreId));
}

/** When a zone of a site is open today. */
export async function openingOf(
  deps: QueueDeps,
  db: Db,
  centreId: number,
  place: { readonly siteId: string; readonly zoneId?: string },
): Promise<OpeningCalendar> {
  const found = await keep(deps, db, centreId);
  const key = `${place.siteId}/${place.zoneId ?? ''}`;
  const known = found.openings.get(key);
  if (known !== undefined) return known;
  const loading = deps.organisation.loadOpening(
    db,
    centreId,
    place,
    localDay(deps.clock.now(), found.zone),
  );
  found.openings.set(key, loading);
  loading.catch(() => found.openings.delete(key));
  return loading;
}
