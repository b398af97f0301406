import type { AccessApi } from '#kernel/access/index.ts';
import type { DeviceAccounts } from '#modules/registry/devices/index.ts';

/** Plugs kernel/access into the port of registry/devices. */
export function deviceAccounts(access: AccessApi): DeviceAccounts {
  return {
    open: (tx, actor, { deviceId, name }) =>
      access.createAccount(tx, actor, {
        kind: 'device',
        displayName: name,
        subject: `devices.device/${deviceId}`,
      }).accountId,
    openEnrolment: (tx, actor, accountId) => access.createEnrolment(tx, actor, { accountId }),
    revokeKeys: (tx, actor, accountId, reason) =>
      access.revokeDeviceKeys(tx, actor, { accountId, reason }),
  };
}
