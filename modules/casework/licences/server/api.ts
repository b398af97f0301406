import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';

/** How other modules name a licence. */
export interface LicenceRef {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What other modules may ask. */
export interface LicencesApi {
  findLicence(db: Db, centreId: number, id: string): Promise<LicenceRef | undefined>;
}

export const licencesApi: LicencesApi = {
  async findLicence(db, centreId, id) {
    const row = await repository.findLicence(db, centreId, id);
    return row && { id, code: row.code, nameZh: row.name_zh, nameEn: row.name_en };
  },
};
