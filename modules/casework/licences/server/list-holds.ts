import type { Db } from '#kernel/db/types.ts';
import type { Hold } from '#modules/registry/parties/index.ts';

import * as repository from './repository.ts';

/** For licences without end: as long as anybody plans. */
const NO_END = '9999-12-31';

/** Reasons to keep a party's data: licences in force. */
export async function listHolds(db: Db, centreId: number, partyId: string): Promise<Hold[]> {
  const rows = await repository.listOfHolder(db, centreId, partyId);
  return rows
    .filter(({ state }) => state === 'valid' || state === 'suspended')
    .map((row) => ({
      until: row.valid_until ?? NO_END,
      reason: { 'zh-CN': `持有证照：${row.number}`, en: `Holds licence ${row.number}` },
    }));
}
