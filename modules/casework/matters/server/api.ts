import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';

/** How other modules name a matter. */
export interface MatterRef {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What other modules may ask. */
export interface MattersApi {
  findMatter(db: Db, centreId: number, id: string): Promise<MatterRef | undefined>;
}

export const mattersApi: MattersApi = {
  async findMatter(db, centreId, id) {
    const row = await repository.findMatter(db, centreId, id);
    return row && { id, code: row.code, nameZh: row.name_zh, nameEn: row.name_en };
  },
};
