import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';

/** A device as other modules know it: what it is and where it stands. */
export interface DeviceRef {
  readonly id: string;
  readonly kindCode: string;
  readonly siteId: string;
  readonly zoneId: string | null;
  readonly windowId: string | null;
  readonly isInService: boolean;
}

/** What other modules may ask of the devices. */
export interface DevicesApi {
  /** The device that speaks with this account’s key. */
  findDeviceOfAccount(db: Db, centreId: number, accountId: string): Promise<DeviceRef | undefined>;
}

export const devicesApi: DevicesApi = {
  findDeviceOfAccount: async (db, centreId, accountId) => {
    const row = await repository.findDeviceOfAccount(db, centreId, accountId);
    return (
      row && {
        id: row.device_id,
        kindCode: row.kind_code,
        siteId: row.site_id,
        zoneId: row.zone_id,
        windowId: row.window_id,
        isInService: row.status === 'in-service',
      }
    );
  },
};
