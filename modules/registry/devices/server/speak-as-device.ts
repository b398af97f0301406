import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type DeviceSelf,
  events,
  type FaultReport,
  HEARTBEAT_SECONDS,
  type HeartbeatAnswer,
  permissions,
  problems,
  type SelfTestItem,
} from '../contract.ts';
import type { DeviceDeps } from './deps.ts';
import { tellOfDevice } from './events.ts';
import { raiseFault } from './faults.ts';
import * as states from './repository-state.ts';
import * as repository from './repository.ts';
import { failedParts, isSilent } from './rules.ts';
import { loadSurroundings } from './surroundings.ts';
import type { DeviceRow } from './tables.ts';
import { toDevice, toFaultKind } from './view.ts';

/** The device behind the key that was used; refuses everybody else. */
export async function getCaller(db: Db, actor: Actor): Promise<DeviceRow> {
  authorise(actor, permissions.serve.name, { ownerId: actor.id });
  const device =
    actor.kind === 'device'
      ? await repository.findDeviceOfAccount(db, actor.centreId, actor.id)
      : undefined;
  if (device === undefined) throw new ProblemError(problems.notADevice);
  return device;
}

/** What the device is, where it stands, and the faults it can report. */
export async function getSelf(deps: DeviceDeps, actor: Actor): Promise<DeviceSelf> {
  const { db } = deps.database;
  const caller = await getCaller(db, actor);
  const [row, surroundings, faults] = await Promise.all([
    repository.findDevice(db, actor.centreId, caller.device_id),
    loadSurroundings(deps, db, actor.centreId),
    repository.listFaultKinds(db, actor.centreId),
  ]);
  const device = toDevice(orNotFound(row), surroundings);
  return {
    id: device.id,
    assetNo: device.assetNo,
    kindCode: device.kindCode,
    kindNameZh: device.kindNameZh,
    kindNameEn: device.kindNameEn,
    surface: surroundings.kinds.get(device.kindCode)?.surface ?? '',
    isDemonstration: orNotFound(row).is_demonstration,
    siteId: device.siteId,
    zoneId: device.zoneId,
    windowId: device.windowId,
    siteNameZh: device.siteNameZh,
    siteNameEn: device.siteNameEn,
    zoneNameZh: device.zoneNameZh,
    zoneNameEn: device.zoneNameEn,
    windowNumber: device.windowNumber,
    lockReason: device.lockReason === '' ? null : device.lockReason,
    faults: faults.filter((fault) => fault.kind_code === device.kindCode).map(toFaultKind),
  };
}

/** Keeps the heartbeat, tells when a silent device is back, and hands over what the device has to do. */
export async function takeHeartbeat(
  deps: DeviceDeps,
  actor: Actor,
  softwareVersion: string,
): Promise<HeartbeatAnswer> {
  const now = deps.clock.now();
  return deps.database.transaction(async (tx) => {
    const device = await getCaller(tx, actor);
    const key = { centreId: actor.centreId, deviceId: device.device_id };
    const [before, orders] = await Promise.all([
      states.keepHeartbeat(tx, key, now, softwareVersion),
      states.listWaitingOrders(tx, actor.centreId, device.device_id),
    ]);
    if (orders.some((order) => order.fetched_at === null))
      states.markFetched(tx, actor.centreId, device.device_id, now);
    if (before === undefined || isSilent(before.last_seen_at, now)) {
      tellOfDevice({ tx, clock: deps.clock, actor }, events.back, device, {});
    }
    return {
      serverTime: now.toISOString(),
      lockReason: before?.is_locked === true ? before.lock_reason : null,
      orders: orders.map((order) => ({
        id: order.order_id,
        act: order.act,
        text: order.text,
        issuedAt: order.issued_at.toISOString(),
      })),
      nextInSeconds: HEARTBEAT_SECONDS,
    };
  });
}

/** Keeps what came of an order; a repeat changes nothing. */
export async function answerOrder(
  deps: DeviceDeps,
  actor: Actor,
  orderId: string,
  outcome: string,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const device = await getCaller(tx, actor);
    const order = orNotFound(await states.lockOrder(tx, actor.centreId, orderId));
    if (order.device_id !== device.device_id) throw new ProblemError(problems.notADevice);
    if (order.answered_at !== null) return { done: true };
    states.answerOrder(tx, order, deps.clock.now(), outcome);
    tellOfDevice({ tx, clock: deps.clock, actor }, events.orderAnswered, device, {
      orderId,
      act: order.act,
      outcome,
    });
    return { done: true };
  });
}

/** Keeps the outcome of a self-test. */
export async function keepSelfTest(
  deps: DeviceDeps,
  actor: Actor,
  items: readonly SelfTestItem[],
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const device = await getCaller(tx, actor);
    const key = { centreId: actor.centreId, deviceId: device.device_id };
    states.keepSelfTest(tx, key, deps.clock.now(), items);
    const failed = failedParts(items);
    tellOfDevice({ tx, clock: deps.clock, actor }, events.selfTested, device, {
      passed: failed.length === 0,
      failedParts: failed,
    });
    return { done: true };
  });
}

/** A fault that the device found itself. */
export async function reportOwnFault(
  deps: DeviceDeps,
  actor: Actor,
  report: FaultReport,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const caller = await getCaller(tx, actor);
    const device = orNotFound(await repository.lockDevice(tx, actor.centreId, caller.device_id));
    await raiseFault(deps, tx, actor, device, { ...report, source: 'device' });
    return { done: true };
  });
}
