import type { AccessApi } from '#kernel/access/index.ts';
import type { DeviceAccounts } from '#modules/registry/devices/index.ts';
import type { StaffAccounts } from '#modules/registry/staff/index.ts';

/** Plugs kernel/access into the port of registry/devices. */
export function deviceAccounts(access: AccessApi): DeviceAccounts {
  return {
    open: (tx, actor, { subject, name }) =>
      access.createAccount(tx, actor, { kind: 'device', displayName: name, subject }).accountId,
    openEnrolment: (tx, actor, accountId) => access.createEnrolment(tx, actor, { accountId }),
    revokeKeys: (tx, actor, accountId, reason) =>
      access.revokeDeviceKeys(tx, actor, { accountId, reason }),
  };
}

/** Plugs kernel/access into the port of registry/staff. */
export function staffAccounts(access: AccessApi): StaffAccounts {
  return {
    openAccount: (tx, actor, { personId, ...account }) =>
      access.createAccount(tx, actor, {
        kind: 'staff',
        subject: `staff.person/${personId}`,
        ...account,
      }).accountId,
    closeAccount: (tx, actor, accountId, reason) =>
      access.setStatus(tx, actor, { accountId, status: 'disabled', reason }),
    grantRole: async (tx, actor, gift) => {
      if (await access.hasRole(tx, actor.centreId, gift)) return;
      await access.grantRole(tx, actor, gift);
    },
    revokeRole: async (tx, actor, held) => {
      if (await access.hasRole(tx, actor.centreId, held)) await access.revokeRole(tx, actor, held);
    },
    describeRoles: (db, centreId) => access.describeRoles(db, centreId),
  };
}
