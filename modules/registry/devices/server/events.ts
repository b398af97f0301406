import type { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { EventKind } from '#kernel/events/contract.ts';
import { tell } from '#kernel/events/tell.ts';

import type { events } from '../contract.ts';
import type { DeviceRow } from './tables.ts';

type Kinds = typeof events;
/** The part of a payload that is the event's own, beside which device it is about. */
type Own<K extends keyof Kinds> = Omit<
  z.input<Kinds[K]['payload']>,
  'deviceId' | 'assetNo' | 'kindCode' | 'siteId'
>;

export type AboutDevice = Pick<DeviceRow, 'device_id' | 'asset_no' | 'kind_code' | 'site_id'>;

/** Says that something happened to a device. */
export function tellOfDevice<K extends keyof Kinds>(
  { tx, clock, actor }: { readonly tx: Tx; readonly clock: Clock; readonly actor: Actor },
  kind: Kinds[K],
  device: AboutDevice,
  own: Own<K>,
  audit: Readonly<Record<string, unknown>> = {},
): void {
  const payload = {
    deviceId: device.device_id,
    assetNo: device.asset_no,
    kindCode: device.kind_code,
    siteId: device.site_id,
    ...own,
  };
  const subject = { kind: 'devices.device', id: device.device_id };
  tell(tx, clock, actor, kind as unknown as EventKind, { subject, payload, audit });
}
