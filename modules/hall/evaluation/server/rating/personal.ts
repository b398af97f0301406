import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { addDays } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { normaliseCode } from '#kernel/ids/token.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  type Channel,
  type PersonalRatingInput,
  permissions,
  type RateableService,
} from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { loadNames } from '../names.ts';
import * as repository from '../repository.ts';
import { requireFits, requireOpen } from '../rules/rating.ts';
import { findSetOn, readSettings } from '../settings.ts';
import type { ServiceRow } from '../tables.ts';
import { phoneIndexes } from '../vault.ts';
import { keepRating } from './keep-rating.ts';
import { toRateable, toRateableServices } from './rateable.ts';

async function show(
  deps: EvaluationDeps,
  db: Db,
  centreId: number,
  rows: readonly ServiceRow[],
): Promise<RateableService[]> {
  const [names, settings, today] = await Promise.all([
    loadNames(
      deps,
      db,
      centreId,
      rows.map((row) => row.person_id),
    ),
    readSettings(db, centreId),
    todayOf(deps, db, centreId),
  ]);
  return toRateableServices(db, rows, { names, settings, today });
}

const SEARCH_DAYS = 30;

/**
 * 静态码: services by what the visitor holds, a ticket of today with its window or at a kiosk of its site, the case
 * number, or the mobile number that was left. Nothing else is found, so that nobody can walk through the services of others.
 */
export async function findRateable(
  deps: EvaluationDeps,
  actor: Actor,
  { windowId, text }: { readonly windowId?: string | undefined; readonly text: string },
): Promise<{ items: RateableService[] }> {
  const { db } = deps.database;
  const { centreId } = actor;
  const today = await todayOf(deps, db, centreId);
  const isMobile = /^1\d{10}$/u.test(text);
  const rows = await repository.searchServices(db, centreId, {
    ticketNo: text.toUpperCase(),
    caseNo: text.toUpperCase(),
    phoneIndexes: isMobile ? phoneIndexes(deps.cipher, centreId, text) : [],
    windowId,
    siteId: await siteOfKiosk(deps, actor),
    today,
    since: addDays(today, -SEARCH_DAYS),
  });
  return { items: await show(deps, db, centreId, rows) };
}

/** Where whoever asks stands, when they ask at a kiosk. */
async function siteOfKiosk(deps: EvaluationDeps, actor: Actor): Promise<string | undefined> {
  const account = actor.kind === 'device' ? actor.id : actor.atDevice;
  if (account === undefined) return undefined;
  const device = await deps.devices.findDeviceOfAccount(deps.database.db, actor.centreId, account);
  return device?.siteId;
}

const findByToken = async (db: Db, actor: Actor, token: string): Promise<ServiceRow> =>
  orNotFound(await repository.findServiceByToken(db, actor.centreId, normaliseCode(token)));

/** What a link leads to: the service and the options of today. */
export async function getRateable(deps: EvaluationDeps, actor: Actor, token: string) {
  const { db } = deps.database;
  const row = await findByToken(db, actor, token);
  const today = await todayOf(deps, db, actor.centreId);
  const [services, set] = await Promise.all([
    show(deps, db, actor.centreId, [row]),
    findSetOn(db, actor.centreId, today),
  ]);
  return {
    service: orNotFound(services[0]),
    optionSet: { version: set.version, options: set.options },
  };
}

/** Whoever signed in rates online, whatever link they came by; a device is a kiosk. */
function channelOf(actor: Actor, said: PersonalRatingInput['channel']): Channel {
  if (actor.kind === 'device' || actor.atDevice !== undefined) return 'kiosk';
  if (actor.kind === 'citizen') return 'online';
  return said === 'kiosk' || said === 'online' ? 'phone-link' : said;
}

/** A rating by its link, or the one addition to it. */
export async function ratePersonally(
  deps: EvaluationDeps,
  actor: Actor,
  token: string,
  input: PersonalRatingInput,
  once: Once,
): Promise<RateableService> {
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const { service_id: id } = await findByToken(tx, actor, token);
    const service = orNotFound(await repository.lockService(tx, centreId, id));
    const [settings, today, given] = await Promise.all([
      readSettings(tx, centreId),
      todayOf(deps, tx, centreId),
      repository.listOfServices(tx, centreId, [id]),
    ]);
    requireOpen(toRateable(service, settings, given[0] ?? null), today);
    const set = await findSetOn(tx, centreId, today);
    requireFits(input, set.options);
    await keepRating({ deps, tx, actor, settings }, service, {
      ...input,
      channel: channelOf(actor, input.channel),
      optionSetVersion: set.version,
      ratedAt: deps.clock.now(),
      wasKept: false,
      shownForSeconds: null,
      deviceId: null,
      address: actor.kind === 'device' ? null : (actor.request?.address ?? null),
    });
    const [answer] = await show(deps, tx, centreId, [
      { ...service, times_rated: service.times_rated + 1 },
    ]);
    once.claim(tx, answer);
    return orNotFound(answer);
  });
}

/** The window whose code was scanned. */
export async function getWindow(deps: EvaluationDeps, actor: Actor, windowId: string) {
  const { windows, sites } = await deps.organisation.loadDirectory(
    deps.database.db,
    actor.centreId,
  );
  const window = orNotFound(windows.byId.get(windowId));
  const site = sites.byId.get(window.siteId);
  return {
    nameZh: window.nameZh,
    nameEn: window.nameEn,
    number: window.number,
    siteZh: site?.nameZh ?? '',
    siteEn: site?.nameEn ?? '',
  };
}

/** One's own services, for whoever signed in. */
export async function listOwn(
  deps: EvaluationDeps,
  actor: Actor,
): Promise<{ items: RateableService[] }> {
  authorise(actor, permissions.rateOwn.name, { ownerId: actor.id });
  const { db } = deps.database;
  const acting = await deps.parties.findActingParty(db, actor);
  if (acting === undefined) return { items: [] };
  const rows = await repository.listServicesOfParty(db, actor.centreId, acting.partyId);
  return { items: await show(deps, db, actor.centreId, rows) };
}
