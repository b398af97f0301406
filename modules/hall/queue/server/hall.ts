import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays } from '#kernel/clock/day.ts';
import { localMinuteOfDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import type { WindowRef as PlacedWindow } from '#modules/registry/organisation/index.ts';

import {
  type AgainstUsual,
  type BusinessNow,
  type Call,
  type DeviceHall,
  type Hall,
  type HallWindow,
  permissions,
  type QueueSettings,
  type Suggestion,
  type WindowAct,
  type WindowNow,
  type ZoneNow,
} from '../contract.ts';
import { type Around, aroundOf, openingOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { toBusy } from './desk.ts';
import { toWindowState } from './events.ts';
import { hoursOf, toBusinessesNow } from './lines.ts';
import { listShown } from './notices.ts';
import * as look from './repository-look.ts';
import { listPosts } from './repository-posts.ts';
import * as setUp from './repository-set-up.ts';
import * as windows from './repository-windows.ts';
import { readSettings } from './settings.ts';
import type { TicketRow, WindowPostRow, WindowServiceRow, WindowStateRow } from './tables.ts';
import { getDevice } from './take-ticket.ts';

const LAST_CALLS = 20;
const MINUTE_MS = 60_000;
/** Of how many earlier weeks the usual day is made. */
const WEEKS = [7, 14, 21, 28, 35, 42];

interface SiteNow {
  readonly around: Around;
  readonly settings: QueueSettings;
  readonly states: readonly WindowStateRow[];
  readonly services: readonly WindowServiceRow[];
  readonly current: readonly TicketRow[];
  readonly businesses: BusinessNow[];
  /** By the window whose post it is. */
  readonly posts: ReadonlyMap<string, WindowPostRow>;
}

async function readSite(
  deps: QueueDeps,
  db: Db,
  centreId: number,
  siteId: string,
): Promise<SiteNow> {
  const [around, settings, states, services, rows, posts] = await Promise.all([
    aroundOf(deps, db, centreId),
    readSettings(db, centreId),
    windows.listWindows(db, centreId, { siteId }),
    windows.listServices(db, centreId),
    setUp.listBusinesses(db, centreId, siteId),
    listPosts(db, centreId),
  ]);
  const [current, businesses] = await Promise.all([
    windows.listCurrent(
      db,
      centreId,
      states.map((row) => row.window_id),
    ),
    toBusinessesNow(deps, db, around, settings, rows),
  ]);
  const byPost = new Map(posts.map((row) => [row.post_window_id, row]));
  return { around, settings, states, services, current, businesses, posts: byPost };
}

const toPlace = (window: PlacedWindow) => ({
  id: window.id,
  number: window.number,
  nameZh: window.nameZh,
  nameEn: window.nameEn,
  zoneId: window.zoneId,
  x: window.x,
  y: window.y,
});

/** What a window does: who is in its hands, or why nobody is. */
function toWork(row: WindowStateRow | undefined, ticket: TicketRow | undefined) {
  const since = ticket?.last_called_at ?? row?.since;
  return {
    state: toWindowState(row?.state ?? 'offline', toBusy(ticket)),
    ticketNumber: ticket?.number ?? null,
    since: since?.toISOString() ?? null,
    pauseReason: row?.pause_reason ?? '',
    pausedUntil: row?.paused_until?.toISOString() ?? null,
  };
}

function toWindows(site: SiteNow, siteId: string, zoneIds?: ReadonlySet<string>): WindowNow[] {
  const { around, states, services, current, posts } = site;
  const { byId } = around.directory.windows;
  const byWindow = new Map(states.map((row) => [row.window_id, row]));
  const busy = new Map(current.map((row) => [row.window_id, row]));
  return around.directory.windows.all
    .filter((window) => window.siteId === siteId && (zoneIds?.has(window.zoneId) ?? true))
    .map((window) => ({
      ...toPlace(window),
      ...toWork(byWindow.get(window.id), busy.get(window.id)),
      businessIds: services.flatMap((service) =>
        service.window_id === window.id ? [service.business_id] : [],
      ),
      coveredBy: byId.get(posts.get(window.id)?.window_id ?? '')?.number ?? null,
    }))
    .toSorted((left, right) => left.number - right.number);
}

const toZones = (around: Around, siteId: string, isWanted: (id: string) => boolean): ZoneNow[] =>
  around.directory.zones.all
    .filter((zone) => zone.siteId === siteId && isWanted(zone.id))
    .map((zone) => ({
      id: zone.id,
      nameZh: zone.nameZh,
      nameEn: zone.nameEn,
      floor: zone.floor,
      ...zone.box,
    }));

function toCalls(around: Around, rows: readonly TicketRow[]): Call[] {
  return rows.flatMap((row) => {
    const window = around.directory.windows.byId.get(row.window_id ?? '');
    if (window === undefined || row.last_called_at === null) return [];
    return [
      {
        ticketId: row.ticket_id,
        number: row.number,
        windowId: window.id,
        windowNumber: window.number,
        zoneId: window.zoneId,
        times: Math.max(1, row.calls),
        at: row.last_called_at.toISOString(),
      },
    ];
  });
}

/** Lines over target, with the windows that could help: not open, or open and free of them. */
export function suggest(
  businesses: readonly BusinessNow[],
  all: readonly WindowNow[],
  targetMinutes: number,
): Suggestion[] {
  return businesses
    .filter((line) => line.isOverTarget)
    .map((line) => ({
      businessId: line.id,
      forecastMinutes: line.forecast.minutes,
      targetMinutes,
      waiting: line.waiting,
      windowIds: all
        .filter(
          (window) =>
            (window.state === 'offline' || window.state === 'paused') &&
            window.businessIds.includes(line.id),
        )
        .map((window) => window.id),
    }))
    .toSorted((left, right) => right.forecastMinutes - left.forecastMinutes);
}

/** The cockpit of a site: windows, lines, forecasts, what to do, and today against usual. */
export async function showHall(deps: QueueDeps, actor: Actor, siteId: string): Promise<Hall> {
  authorise(actor, permissions.watch.name, { siteId });
  const { db } = deps.database;
  const { centreId } = actor;
  const site = await readSite(deps, db, centreId, siteId);
  const { around } = site;
  orNotFound(around.directory.sites.byId.get(siteId));
  const [today, usual, calls, served] = await Promise.all([
    look.readToday(db, centreId, siteId, around.today),
    look.readUsual(db, centreId, {
      siteId,
      days: WEEKS.map((days) => addDays(around.today, -days)),
      hour: Math.floor(localMinuteOfDay(around.now, around.zone) / 60),
    }),
    look.listCalls(db, centreId, { siteId, day: around.today, limit: LAST_CALLS }),
    look.countServed(db, centreId, siteId, around.today),
  ]);
  const byWindow = new Map(site.states.map((row) => [row.window_id, row]));
  const seen = toWindows(site, siteId);
  const zonesInUse = new Set(seen.map((window) => window.zoneId));
  const against = (now: number | null, before: number | null): AgainstUsual => ({
    today: Math.round((now ?? 0) * 10) / 10,
    usual: usual.days < 2 || before === null ? null : Math.round(before * 10) / 10,
  });
  return {
    at: around.now.toISOString(),
    siteId,
    zones: toZones(around, siteId, (id) => zonesInUse.has(id)),
    windows: seen.map((window): HallWindow => ({
      ...window,
      personName: byWindow.get(window.id)?.person_name ?? '',
      isCover: byWindow.get(window.id)?.is_cover ?? false,
      servedToday: served.get(window.id) ?? 0,
    })),
    businesses: site.businesses,
    calls: toCalls(around, calls),
    suggestions: suggest(site.businesses, seen, site.settings.targetMinutes),
    issued: against(today.issued, usual.issued),
    served: against(today.served, usual.served),
    abandoned: against(today.abandoned, usual.abandoned),
    waitMinutes: against(today.wait_minutes, usual.wait_minutes),
    serveMinutes: against(today.serve_minutes, usual.serve_minutes),
    waiting: today.waiting,
    longestWaitMinutes:
      today.longest_at === null
        ? 0
        : Math.round((around.now.getTime() - today.longest_at.getTime()) / MINUTE_MS),
  };
}

/** The hall as the device that asks has to show it: its zone, or the whole site. */
export async function showHallToDevice(
  deps: QueueDeps,
  actor: Actor,
  isWhole: boolean,
): Promise<DeviceHall> {
  const { db } = deps.database;
  const { centreId } = actor;
  const device = await getDevice(deps, db, actor);
  const site = await readSite(deps, db, centreId, device.siteId);
  const { around, settings } = site;
  const place = orNotFound(around.directory.sites.byId.get(device.siteId));
  const own = around.directory.windows.byId.get(device.windowId ?? '');
  const zoneId = own?.zoneId ?? device.zoneId;
  const zones = isWhole || zoneId === null ? undefined : zonesShown(around, device.siteId, zoneId);
  const seen = toWindows(site, device.siteId, zones);
  const zonesInUse = new Set(seen.map((window) => window.zoneId));
  const [calls, hours, notices] = await Promise.all([
    look.listCalls(db, centreId, {
      siteId: device.siteId,
      day: around.today,
      windowIds: seen.map((window) => window.id),
      limit: LAST_CALLS,
    }),
    hoursOf(deps, db, around, {
      centre_id: centreId,
      site_id: device.siteId,
      zone_id: zoneId ?? '',
    }),
    listShown(db, centreId, { siteId: device.siteId, zoneId, now: around.now }),
  ]);
  return {
    at: around.now.toISOString(),
    siteId: device.siteId,
    siteNameZh: place.nameZh,
    siteNameEn: place.nameEn,
    zones: toZones(around, device.siteId, (id) => zonesInUse.has(id)),
    windows: seen,
    calls: toCalls(around, calls),
    businesses: site.businesses,
    ownZoneId: zoneId,
    ownWindowId: device.windowId,
    saysYao: settings.saysYao,
    saysEnglish: settings.saysEnglish,
    volume: settings.volume,
    notices,
    isOpen: hours.isOpen,
    opensAt: hours.opensAt,
    closesAt: hours.closesAt,
  };
}

/** A display in a zone without windows, a waiting area, shows the windows of its floor. */
function zonesShown(around: Around, siteId: string, zoneId: string): ReadonlySet<string> {
  const { zones, windows: all } = around.directory;
  if (all.all.some((window) => window.zoneId === zoneId)) return new Set([zoneId]);
  const floor = zones.byId.get(zoneId)?.floor;
  return new Set(
    zones.all.flatMap((zone) => (zone.siteId === siteId && zone.floor === floor ? [zone.id] : [])),
  );
}

/** Lines of a site for everybody: no name and no number of anybody is in it. */
export async function showPublicSite(
  deps: QueueDeps,
  centreId: number,
  siteId: string,
): Promise<{ items: BusinessNow[] }> {
  const { db } = deps.database;
  const [around, settings, rows] = await Promise.all([
    aroundOf(deps, db, centreId),
    readSettings(db, centreId),
    setUp.listBusinesses(db, centreId, siteId),
  ]);
  orNotFound(around.directory.sites.byId.get(siteId));
  return { items: await toBusinessesNow(deps, db, around, settings, rows) };
}

export async function listPublicSites(deps: QueueDeps, centreId: number) {
  const { db } = deps.database;
  const [around, rows] = await Promise.all([
    aroundOf(deps, db, centreId),
    setUp.listBusinesses(db, centreId),
  ]);
  const waiting = await look.countWaiting(db, centreId, around.today);
  const ids = new Set(rows.map((row) => row.site_id));
  const sites = around.directory.sites.all.filter((site) => ids.has(site.id));
  const openings = await Promise.all(
    sites.map((site) => openingOf(deps, db, centreId, { siteId: site.id })),
  );
  return {
    items: sites.map((site, index) => ({
      id: site.id,
      nameZh: site.nameZh,
      nameEn: site.nameEn,
      isOpen: openings[index]?.isOpenAt(around.now) ?? false,
      waiting: waiting.get(site.id) ?? 0,
    })),
  };
}

/** Every step of a day, for the replay. */
export async function replayDay(
  deps: QueueDeps,
  actor: Actor,
  { siteId, day }: { readonly siteId: string; readonly day: string },
) {
  authorise(actor, permissions.watch.name, { siteId });
  const { db } = deps.database;
  const [tickets, states] = await Promise.all([
    look.listDayEvents(db, actor.centreId, { day, siteId }),
    look.listDayWindowEvents(db, actor.centreId, { day, siteId }),
  ]);
  const steps = [
    ...tickets.map((row) => ({
      at: row.at.toISOString(),
      act: row.act,
      number: row.number,
      businessId: row.business_id,
      windowId: row.window_id,
      windowState: null,
      state: row.state,
    })),
    ...states.map((row) => ({
      at: row.at.toISOString(),
      act: row.act,
      number: '',
      businessId: null,
      windowId: row.window_id,
      windowState: stateAfter(row.act),
      state: null,
    })),
  ];
  return {
    day,
    steps: steps.toSorted((left, right) => Number(left.at > right.at) - Number(left.at < right.at)),
  };
}

const WORK_AFTER = {
  'signed-in': 'open',
  'signed-out': 'offline',
  paused: 'paused',
  resumed: 'open',
  covered: 'open',
} as const;

/** What a window shows after an act; a post that is served elsewhere changes nothing at the window itself. */
const stateAfter = (act: WindowAct) =>
  act === 'post-taken' || act === 'post-left' ? null : toWindowState(WORK_AFTER[act], undefined);
