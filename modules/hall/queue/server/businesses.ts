import { authorise, may, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { isDuplicate } from '#kernel/db/errors.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Business,
  type BusinessInput,
  events,
  permissions,
  problems,
  type ServicesInput,
} from '../contract.ts';
import { type Around, aroundOf, forgetAround } from './around.ts';
import type { QueueDeps } from './deps.ts';
import * as setUp from './repository-set-up.ts';
import {
  listServices as readServices,
  saveServices as writeServices,
} from './repository-windows.ts';
import type { BusinessRow, WindowServiceRow } from './tables.ts';

/** The columns that people type. */
export const toColumns = (input: BusinessInput) => ({
  code: input.code,
  site_id: input.siteId,
  zone_id: input.zoneId,
  name_zh: input.nameZh,
  name_en: input.nameEn,
  hint_zh: input.hintZh,
  hint_en: input.hintEn,
  letter: input.letter,
  department_codes: [...input.departmentCodes],
  is_real_name: input.isRealName,
  is_open: input.isOpen,
  daily_limit: input.dailyLimit,
  warn_people: input.warnPeople,
  warn_minutes: input.warnMinutes,
  usual_minutes: input.usualMinutes,
  sort_order: input.order,
});

function toBusiness(
  row: BusinessRow,
  around: Around,
  services: readonly WindowServiceRow[],
): Business {
  const zone = around.directory.zones.byId.get(row.zone_id);
  return {
    id: row.business_id,
    code: row.code,
    siteId: row.site_id,
    zoneId: row.zone_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    hintZh: row.hint_zh,
    hintEn: row.hint_en,
    letter: row.letter,
    departmentCodes: row.department_codes,
    isRealName: row.is_real_name,
    isOpen: row.is_open,
    dailyLimit: row.daily_limit,
    warnPeople: row.warn_people,
    warnMinutes: row.warn_minutes,
    usualMinutes: row.usual_minutes,
    order: row.sort_order,
    zoneNameZh: zone?.nameZh ?? '',
    zoneNameEn: zone?.nameEn ?? '',
    floor: zone?.floor ?? 1,
    windows: services
      .filter((service) => service.business_id === row.business_id)
      .flatMap((service) => {
        const window = around.directory.windows.byId.get(service.window_id);
        return window === undefined
          ? []
          : [{ id: window.id, number: window.number, role: service.role }];
      })
      .toSorted((left, right) => left.number - right.number),
    version: row.version,
  };
}

async function showBusinesses(
  deps: QueueDeps,
  db: Db,
  centreId: number,
  siteId?: string,
): Promise<Business[]> {
  const [around, rows, services] = await Promise.all([
    aroundOf(deps, db, centreId),
    setUp.listBusinesses(db, centreId, siteId),
    readServices(db, centreId),
  ]);
  return rows.map((row) => toBusiness(row, around, services));
}

export async function listBusinesses(
  deps: QueueDeps,
  actor: Actor,
  siteId: string | undefined,
): Promise<{ items: Business[] }> {
  reachOf(actor, permissions.view.name);
  return { items: await showBusinesses(deps, deps.database.db, actor.centreId, siteId) };
}

/** Tells that a business was added or changed. */
export function tellOfBusiness(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  row: BusinessRow,
  more: { readonly act: string; readonly before?: BusinessRow | undefined },
): void {
  tell(tx, deps.clock, actor, events.businessChanged, {
    subject: { kind: 'queue.business', id: row.business_id },
    payload: { siteId: row.site_id, businessId: row.business_id, act: more.act },
    audit: { before: more.before, after: row },
  });
}

export async function createBusiness(
  deps: QueueDeps,
  actor: Actor,
  input: BusinessInput,
  once: Once,
): Promise<Business> {
  authorise(actor, permissions.manage.name, { siteId: input.siteId });
  return withFreeLetter(input, () =>
    deps.database.transaction(async (tx) => {
      const around = await requirePlace(deps, tx, actor, input);
      const row: BusinessRow = {
        centre_id: actor.centreId,
        business_id: newId(),
        ...toColumns(input),
        version: 1,
        updated_at: deps.clock.now(),
      };
      setUp.insertBusiness(tx, row);
      tellOfBusiness(deps, tx, actor, row, { act: 'created' });
      forgetAround(deps, actor.centreId);
      const business = toBusiness(row, around, []);
      once.claim(tx, business);
      return business;
    }),
  );
}

export async function changeBusiness(
  deps: QueueDeps,
  actor: Actor,
  businessId: string,
  input: BusinessInput & { readonly version: number },
  once: Once,
): Promise<Business> {
  return withFreeLetter(input, () =>
    deps.database.transaction(async (tx) => {
      const before = orNotFound(await setUp.lockBusiness(tx, actor.centreId, businessId));
      authorise(actor, permissions.manage.name, { siteId: before.site_id });
      authorise(actor, permissions.manage.name, { siteId: input.siteId });
      requireVersion(before, input.version);
      const around = await requirePlace(deps, tx, actor, input);
      const row: BusinessRow = {
        ...before,
        ...toColumns(input),
        version: before.version + 1,
        updated_at: deps.clock.now(),
      };
      setUp.updateBusiness(tx, row);
      tellOfBusiness(deps, tx, actor, row, { act: 'changed', before });
      forgetAround(deps, actor.centreId);
      const services = await readServices(tx, actor.centreId, { businessIds: [businessId] });
      const business = toBusiness(row, around, services);
      once.claim(tx, business);
      return business;
    }),
  );
}

async function withFreeLetter<T>(input: BusinessInput, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, 'business_letter_unique') || isDuplicate(error, 'business_code_unique'))
      throw new ProblemError(
        problems.letterTaken,
        { letter: input.letter, code: input.code },
        { cause: error },
      );
    throw error;
  }
}

async function requirePlace(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  input: BusinessInput,
): Promise<Around> {
  const around = await aroundOf(deps, tx, actor.centreId, ({ zones }) =>
    zones.byId.has(input.zoneId),
  );
  if (around.directory.zones.byId.get(input.zoneId)?.siteId !== input.siteId)
    throw new ProblemError(problems.unknownPlace);
  return around;
}

/** Says which businesses a window serves, all at once. */
export async function saveServices(
  deps: QueueDeps,
  actor: Actor,
  windowId: string,
  { services }: ServicesInput,
  once: Once,
): Promise<{ items: Business[] }> {
  return deps.database.transaction(async (tx) => {
    const { centreId } = actor;
    const around = await aroundOf(deps, tx, centreId, ({ windows }) => windows.byId.has(windowId));
    const window = around.directory.windows.byId.get(windowId);
    authorise(actor, permissions.manage.name, { siteId: window?.siteId });
    if (window === undefined) throw new ProblemError(problems.unknownPlace);
    const known = await setUp.listBusinesses(tx, centreId, window.siteId);
    const ids = new Set(known.map((row) => row.business_id));
    if (services.some((service) => !ids.has(service.businessId)))
      throw new ProblemError(problems.unknownBusiness);
    const before = await readServices(tx, centreId, { windowId });
    writeServices(
      tx,
      centreId,
      windowId,
      services.map(({ businessId, role }) => ({
        centre_id: centreId,
        window_id: windowId,
        business_id: businessId,
        role,
      })),
    );
    tell(tx, deps.clock, actor, events.servicesChanged, {
      subject: { kind: 'queue.window', id: windowId },
      payload: {
        siteId: window.siteId,
        windowId,
        act: 'services',
        businessIds: services.map((service) => service.businessId),
      },
      audit: { before, after: services },
    });
    const items = await showBusinesses(deps, tx, centreId, window.siteId);
    once.claim(tx, { items });
    return { items };
  });
}

/** Whether somebody may see a site's hall. */
export const maySeeSite = (actor: Actor, siteId: string): boolean =>
  may(actor, permissions.view.name, { siteId });
