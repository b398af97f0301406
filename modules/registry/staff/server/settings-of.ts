import { z } from 'zod';

import { findCentre } from '#kernel/centre/centre.ts';
import type { Db } from '#kernel/db/types.ts';

import type { Settings } from '../contract.ts';
import { allRows } from './repository-rows.ts';

const Details = z.object({
  contractStaffQuota: z.number().int().min(0).nullable().catch(null),
  mainSiteCode: z.string().catch(''),
});

/** What the centre says of itself that matters for its staff. */
export async function readCentreDetails(
  db: Db,
  centreId: number,
): Promise<z.infer<typeof Details>> {
  const centre = await findCentre(db, centreId);
  return Details.parse(centre?.details ?? {});
}

/** The settings of a centre; until somebody changes them, the quota that the centre was founded with. */
export async function readSettings(db: Db, centreId: number): Promise<Settings> {
  const [row] = await allRows(db, 'staff.setting', centreId, ['version']);
  if (row !== undefined)
    return { contractQuota: row.contract_quota, quotaRule: row.quota_rule, version: row.version };
  const { contractStaffQuota } = await readCentreDetails(db, centreId);
  return { contractQuota: contractStaffQuota, quotaRule: 'warn', version: 0 };
}
