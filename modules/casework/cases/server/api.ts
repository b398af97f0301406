import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';

/** How other modules name a case. */
export interface CaseRef {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What other modules may ask. */
export interface CasesApi {
  findCase(db: Db, centreId: number, id: string): Promise<CaseRef | undefined>;
}

export const casesApi: CasesApi = {
  async findCase(db, centreId, id) {
    const row = await repository.findCase(db, centreId, id);
    return row && { id, code: row.code, nameZh: row.name_zh, nameEn: row.name_en };
  },
};
