import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  events,
  type Fault,
  type FaultReport,
  type ListFaultsQuery,
  permissions,
  problems,
} from '../contract.ts';
import type { DeviceDeps } from './deps.ts';
import { tellOfDevice } from './events.ts';
import { visibleSites } from './list-devices.ts';
import * as states from './repository-state.ts';
import * as repository from './repository.ts';
import type { DeviceRow, FaultRow } from './tables.ts';
import { toFault } from './view.ts';

/** Faults of the devices that the actor may see, newest first. */
export async function listFaults(deps: DeviceDeps, actor: Actor, query: ListFaultsQuery) {
  const rows = await states.listFaults(deps.database.db, actor.centreId, {
    cursor: readCursor(query.cursor),
    limit: query.limit,
    deviceId: query.deviceId,
    openOnly: query.openOnly,
    onlySiteIds: visibleSites(actor),
  });
  return { ...toPage(rows, query.limit, toFault, (row) => [row.fault_id]), total: null };
}

/** Reports a fault of the dictionary. While the same fault of the device is open, gives that one. */
export async function reportFault(
  deps: DeviceDeps,
  actor: Actor,
  deviceId: string,
  report: FaultReport,
  once: Once,
): Promise<Fault> {
  return deps.database.transaction(async (tx) => {
    const device = orNotFound(await repository.lockDevice(tx, actor.centreId, deviceId));
    authorise(actor, permissions.report.name, {
      siteId: device.site_id,
      windowId: device.window_id,
    });
    const fault = await raiseFault(deps, tx, actor, device, { ...report, source: 'staff' });
    once.claim(tx, fault);
    return fault;
  });
}

/** Writes a fault of a locked device and tells of it, unless the same one is open. */
export async function raiseFault(
  { clock }: DeviceDeps,
  tx: Tx,
  actor: Actor,
  device: DeviceRow,
  report: FaultReport & { readonly source: FaultRow['source'] },
): Promise<Fault> {
  const open = await states.findOpenFault(tx, actor.centreId, device.device_id, report.code);
  if (open !== undefined) return toFault(open);
  const kinds = await repository.listFaultKinds(tx, actor.centreId);
  const kind = kinds.find(
    (candidate) => candidate.kind_code === device.kind_code && candidate.code === report.code,
  );
  if (kind === undefined) throw new ProblemError(problems.unknownFault, { code: report.code });
  const row: FaultRow = {
    centre_id: actor.centreId,
    fault_id: newId(),
    device_id: device.device_id,
    kind_code: device.kind_code,
    code: report.code,
    severity: kind.severity,
    note: report.note,
    source: report.source,
    reported_by: actor.id,
    reported_by_name: actor.name,
    reported_at: clock.now(),
    resolved_at: null,
    resolved_by_name: '',
    resolution: '',
  };
  states.insertFault(tx, row);
  tellOfDevice({ tx, clock, actor }, events.faultRaised, device, {
    faultId: row.fault_id,
    code: row.code,
    severity: row.severity,
  });
  return toFault({
    ...row,
    asset_no: device.asset_no,
    name_zh: kind.name_zh,
    name_en: kind.name_en,
  });
}

/** Says how a fault was mended; a fault is resolved once. */
export async function resolveFault(
  deps: DeviceDeps,
  actor: Actor,
  faultId: string,
  resolution: string,
  once: Once,
): Promise<Fault> {
  return deps.database.transaction(async (tx) => {
    const found = orNotFound(await states.findFault(tx, actor.centreId, faultId));
    const device = orNotFound(await repository.lockDevice(tx, actor.centreId, found.device_id));
    authorise(actor, permissions.manage.name, { siteId: device.site_id });
    // Read again behind the device's lock: two people who resolve one fault come one after the other.
    const fault = orNotFound(await states.findFault(tx, actor.centreId, faultId));
    if (fault.resolved_at !== null)
      throw new ProblemError(problems.alreadyResolved, { who: fault.resolved_by_name });
    const row = {
      ...fault,
      resolved_at: deps.clock.now(),
      resolved_by_name: actor.name,
      resolution,
    };
    states.resolveFault(tx, row);
    tellOfDevice({ tx, clock: deps.clock, actor }, events.faultResolved, device, {
      faultId,
      code: fault.code,
    });
    const view = toFault(row);
    once.claim(tx, view);
    return view;
  });
}
