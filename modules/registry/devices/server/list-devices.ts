import { authorise, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { isFoundBy } from '#modules/registry/organisation/index.ts';

import {
  type Device,
  type DeviceKind,
  type DeviceOrder,
  type ListDevicesQuery,
  permissions,
} from '../contract.ts';
import type { DeviceDeps } from './deps.ts';
import * as states from './repository-state.ts';
import * as repository from './repository.ts';
import { SILENT_AFTER_MS } from './rules.ts';
import { loadSurroundings } from './surroundings.ts';
import { type Surroundings, toDevice, toKind, toOrder } from './view.ts';

/** The sites whose devices the actor may see; undefined for all. */
export function visibleSites(actor: Actor): readonly string[] | undefined {
  const reach = reachOf(actor, permissions.view.name);
  return reach.everything ? undefined : reach.siteIds;
}

const silentBefore = ({ clock }: DeviceDeps) => new Date(clock.now().getTime() - SILENT_AFTER_MS);

/** A page of the register by asset number; the total counts by the same rules. */
export async function listDevices(deps: DeviceDeps, actor: Actor, query: ListDevicesQuery) {
  const { db } = deps.database;
  const surroundings = await loadSurroundings(deps, db, actor.centreId);
  const filter = {
    ...query,
    ...(query.search === undefined ? {} : { named: findNamed(surroundings, query.search) }),
    cursor: readCursor(query.cursor),
    onlySiteIds: visibleSites(actor),
    silentBefore: silentBefore(deps),
  };
  const [rows, total] = await Promise.all([
    repository.listDevices(db, actor.centreId, filter),
    repository.countDevices(db, actor.centreId, filter),
  ]);
  const page = toPage(
    rows,
    query.limit,
    (row) => toDevice(row, surroundings),
    (row) => [row.asset_no],
  );
  return { ...page, total };
}

/** Kinds by name, pinyin or initials, and the windows of that number or name. */
function findNamed({ kinds, directory }: Surroundings, search: string) {
  return {
    kindCodes: [...kinds.values()]
      .filter((kind) => isFoundBy(search, [kind.name_zh, kind.name_en]))
      .map(({ code }) => code),
    windowIds: directory.windows.all
      .filter(
        ({ number, nameZh }) =>
          search === String(number) || `${number}号窗口`.startsWith(search) || nameZh === search,
      )
      .map(({ id }) => id),
  };
}

/** Every device with its health and the counts, from one statement: they can not disagree. */
export async function showBoard(deps: DeviceDeps, actor: Actor) {
  const { db } = deps.database;
  const [rows, directory] = await Promise.all([
    repository.listBoard(db, actor.centreId, silentBefore(deps), visibleSites(actor)),
    deps.organisation.loadDirectory(db, actor.centreId),
  ]);
  const groups = Map.groupBy(rows, (row) => `${row.site_id} ${row.kind_code} ${row.health}`);
  return {
    at: deps.clock.now().toISOString(),
    devices: rows.map((row) => ({
      id: row.device_id,
      assetNo: row.asset_no,
      kindCode: row.kind_code,
      siteId: row.site_id,
      zoneId: row.zone_id,
      windowNumber: directory.windows.byId.get(row.window_id ?? '')?.number ?? null,
      health: row.health,
    })),
    counts: [...groups.values()].flatMap((group) => {
      const [first] = group;
      return first === undefined
        ? []
        : [
            {
              siteId: first.site_id,
              kindCode: first.kind_code,
              health: first.health,
              count: group.length,
            },
          ];
    }),
  };
}

/** One device of the actor's centre. */
export async function getDevice(deps: DeviceDeps, actor: Actor, deviceId: string): Promise<Device> {
  const { db } = deps.database;
  const row = orNotFound(await repository.findDevice(db, actor.centreId, deviceId));
  authorise(actor, permissions.view.name, { siteId: row.site_id });
  return toDevice(row, await loadSurroundings(deps, db, actor.centreId));
}

/** Kinds of device with their fault dictionaries. */
export async function listKinds(deps: DeviceDeps, actor: Actor): Promise<{ items: DeviceKind[] }> {
  const { db } = deps.database;
  const [kinds, faults] = await Promise.all([
    repository.listKinds(db, actor.centreId),
    repository.listFaultKinds(db, actor.centreId),
  ]);
  return { items: kinds.map((kind) => toKind(kind, faults)) };
}

/** The last hundred things that the device was told. */
export async function listOrders(
  deps: DeviceDeps,
  actor: Actor,
  deviceId: string,
): Promise<{ items: DeviceOrder[] }> {
  const { db } = deps.database;
  const device = orNotFound(await repository.findDevice(db, actor.centreId, deviceId));
  authorise(actor, permissions.view.name, { siteId: device.site_id });
  return { items: (await states.listOrders(db, actor.centreId, deviceId)).map(toOrder) };
}
