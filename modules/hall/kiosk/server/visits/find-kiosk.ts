import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { DeviceRef } from '#modules/registry/devices/index.ts';

import { permissions, problems } from '../../contract.ts';
import type { KioskDeps } from '../deps.ts';

const KIND = 'self-service-kiosk';

/** The kiosk that asks. Another device, or one that was taken out of service, receives nobody. */
export async function getKiosk(deps: KioskDeps, actor: Actor): Promise<DeviceRef> {
  authorise(actor, permissions.serve.name, { ownerId: actor.id });
  const device = await deps.devices.findDeviceOfAccount(deps.database.db, actor.centreId, actor.id);
  if (device?.kindCode !== KIND || !device.isInService) throw new ProblemError(problems.notAKiosk);
  return device;
}
