import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';

/** How other modules name a target. */
export interface TargetRef {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What other modules may ask. */
export interface PerformanceApi {
  findTarget(db: Db, centreId: number, id: string): Promise<TargetRef | undefined>;
}

export const performanceApi: PerformanceApi = {
  async findTarget(db, centreId, id) {
    const row = await repository.findTarget(db, centreId, id);
    return row && { id, code: row.code, nameZh: row.name_zh, nameEn: row.name_en };
  },
};
