import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Device, type DeviceInput, events, permissions, problems } from '../contract.ts';
import type { DeviceDeps } from './deps.ts';
import { tellOfDevice } from './events.ts';
import * as repository from './repository.ts';
import { loadSurroundings } from './surroundings.ts';
import type { DeviceRow } from './tables.ts';
import { toDevice } from './view.ts';

/** Registers a device. A repeat with the same key gives the same device. */
export async function createDevice(
  deps: DeviceDeps,
  actor: Actor,
  input: DeviceInput,
  once: Once,
): Promise<Device> {
  authorise(actor, permissions.manage.name, { siteId: input.siteId });
  return withFreeAssetNo(input, () =>
    deps.database.transaction(async (tx) => {
      await checkPlace(deps, tx, actor.centreId, input);
      const row: DeviceRow = {
        centre_id: actor.centreId,
        device_id: newId(),
        ...toColumns(input),
        account_id: null,
        is_demonstration: false,
        version: 1,
        updated_at: deps.clock.now(),
      };
      repository.insertDevices(tx, [row]);
      tellOfDevice(
        { tx, clock: deps.clock, actor },
        events.changed,
        row,
        { act: 'registered' },
        { after: row },
      );
      return keepAnswer(deps, tx, once, row);
    }),
  );
}

/** Changes what is recorded of a device; refuses over a version that the editor has not seen. */
export async function changeDevice(
  deps: DeviceDeps,
  actor: Actor,
  deviceId: string,
  input: DeviceInput & { readonly version: number },
  once: Once,
): Promise<Device> {
  return withFreeAssetNo(input, () =>
    deps.database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockDevice(tx, actor.centreId, deviceId));
      authorise(actor, permissions.manage.name, { siteId: before.site_id });
      authorise(actor, permissions.manage.name, { siteId: input.siteId });
      requireVersion(before, input.version);
      await checkPlace(deps, tx, actor.centreId, input);
      const row = {
        ...before,
        ...toColumns(input),
        version: before.version + 1,
        updated_at: deps.clock.now(),
      };
      repository.updateDevice(tx, row);
      tellOfDevice(
        { tx, clock: deps.clock, actor },
        events.changed,
        row,
        { act: 'changed' },
        { before, after: row },
      );
      return keepAnswer(deps, tx, once, row);
    }),
  );
}

const withFreeAssetNo = (input: DeviceInput, write: () => Promise<Device>) =>
  refuseDuplicate('device_asset_unique', problems.assetTaken, { assetNo: input.assetNo }, write);

async function keepAnswer(deps: DeviceDeps, tx: Tx, once: Once, row: DeviceRow): Promise<Device> {
  const seen = orNotFound(await repository.findDevice(tx, row.centre_id, row.device_id));
  const device = toDevice(seen, await loadSurroundings(deps, tx, row.centre_id));
  once.claim(tx, device);
  return device;
}

async function checkPlace(
  deps: DeviceDeps,
  db: Db,
  centreId: number,
  input: DeviceInput,
): Promise<void> {
  const [directory, kind] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    repository.findKind(db, centreId, input.kindCode),
  ]);
  if (kind === undefined) throw new ProblemError(problems.unknownKind, { kind: input.kindCode });
  const zone = directory.zones.byId.get(input.zoneId ?? '');
  const window = directory.windows.byId.get(input.windowId ?? '');
  const isWhole =
    directory.sites.byId.has(input.siteId) &&
    (input.zoneId === null || zone?.siteId === input.siteId) &&
    (input.windowId === null || window?.siteId === input.siteId);
  if (!isWhole) throw new ProblemError(problems.unknownPlace);
}

/** The columns that people type. */
export function toColumns(input: DeviceInput) {
  return {
    asset_no: input.assetNo,
    kind_code: input.kindCode,
    brand: input.brand,
    model: input.model,
    serial_no: input.serialNo,
    site_id: input.siteId,
    zone_id: input.zoneId,
    window_id: input.windowId,
    status: input.status,
    commissioned_on: input.commissionedOn,
    warranty_until: input.warrantyUntil,
    ip_address: input.ipAddress,
    mac_address: input.macAddress,
  };
}
