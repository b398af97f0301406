import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';

/** How other modules name a evaluation. */
export interface EvaluationRef {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What other modules may ask. */
export interface EvaluationApi {
  findEvaluation(db: Db, centreId: number, id: string): Promise<EvaluationRef | undefined>;
}

export const evaluationApi: EvaluationApi = {
  async findEvaluation(db, centreId, id) {
    const row = await repository.findEvaluation(db, centreId, id);
    return row && { id, code: row.code, nameZh: row.name_zh, nameEn: row.name_en };
  },
};
