import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { events, permissions, problems } from '../contract.ts';
import { type DeviceDeps, subjectOf } from './deps.ts';
import { tellOfDevice } from './events.ts';
import * as repository from './repository.ts';

/** Opens the enrolment of a device: a code of one use, shown once, to be typed at the device within minutes. */
export async function openEnrolment(
  deps: DeviceDeps,
  actor: Actor,
  deviceId: string,
): Promise<{ code: string; expiresAt: string }> {
  return deps.database.transaction(async (tx) => {
    const device = orNotFound(await repository.lockDevice(tx, actor.centreId, deviceId));
    authorise(actor, permissions.manage.name, { siteId: device.site_id });
    const kind = await repository.findKind(tx, actor.centreId, device.kind_code);
    if (kind?.is_networked !== true) throw new ProblemError(problems.notNetworked);
    const accountId =
      device.account_id ??
      deps.accounts.open(tx, actor, {
        subject: subjectOf(deviceId),
        name: `${kind.name_zh} ${device.asset_no}`,
      });
    if (device.account_id === null)
      repository.updateDevice(tx, { ...device, account_id: accountId });
    const { code, expiresAt } = await deps.accounts.openEnrolment(tx, actor, accountId);
    tellOfDevice({ tx, clock: deps.clock, actor }, events.enrolmentOpened, device, {});
    return { code, expiresAt: expiresAt.toISOString() };
  });
}

/** Takes the device's key away at once. */
export async function revokeKeys(
  deps: DeviceDeps,
  actor: Actor,
  deviceId: string,
  reason: string,
  once: Once,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const device = orNotFound(await repository.lockDevice(tx, actor.centreId, deviceId));
    authorise(actor, permissions.manage.name, { siteId: device.site_id });
    if (device.account_id === null) throw new ProblemError(problems.notEnrolled);
    await deps.accounts.revokeKeys(tx, actor, device.account_id, reason);
    tellOfDevice({ tx, clock: deps.clock, actor }, events.keysRevoked, device, { reason });
    const done = { done: true } as const;
    once.claim(tx, done);
    return done;
  });
}
