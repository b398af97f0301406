import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';

/** How other modules name a contract. */
export interface ContractRef {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What other modules may ask. */
export interface ContractsApi {
  findContract(db: Db, centreId: number, id: string): Promise<ContractRef | undefined>;
}

export const contractsApi: ContractsApi = {
  async findContract(db, centreId, id) {
    const row = await repository.findContract(db, centreId, id);
    return row && { id, code: row.code, nameZh: row.name_zh, nameEn: row.name_en };
  },
};
