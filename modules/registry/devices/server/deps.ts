import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';

/** The accounts under which devices speak. A port: the server plugs kernel/access into it. */
export interface DeviceAccounts {
  /** Makes the account of a device; gives its id. */
  open(tx: Tx, actor: Actor, device: { readonly subject: string; readonly name: string }): string;
  /** A code of one use to be typed at the device; an earlier one of the same device ends. */
  openEnrolment(
    tx: Tx,
    actor: Actor,
    accountId: string,
  ): Promise<{ readonly code: string; readonly expiresAt: Date }>;
  /** Takes every key of the device away. */
  revokeKeys(tx: Tx, actor: Actor, accountId: string, reason: string): Promise<void>;
}

/** The name under which a device's account stands for it; `actor.subject` of the device's own requests. */
export const subjectOf = (deviceId: string): string => `devices.device/${deviceId}`;

/** What this module's use cases stand on. */
export interface DeviceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly organisation: OrganisationApi;
  readonly accounts: DeviceAccounts;
}
