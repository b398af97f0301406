import type { Db } from '#kernel/db/types.ts';

import { findEdition } from './repository-editions.ts';
import type { Content } from './tables.ts';

/** What never changes of an edition that was published once. */
export interface FixedEdition {
  readonly matterId: string;
  readonly editionId: string;
  readonly number: number;
  readonly content: Content;
}

/** Editions in memory. Only those that were published are kept: they never change. */
export interface EditionCache {
  /** Undefined for one that is not there, or is a draft. */
  find(db: Db, centreId: number, editionId: string): Promise<FixedEdition | undefined>;
}

/** Keeps `most` editions, and forgets those that were not asked for longest. */
export function createEditionCache(most = 3_000): EditionCache {
  const kept = new Map<string, FixedEdition>();
  return {
    find: async (db, centreId, editionId) => {
      const key = `${centreId}/${editionId}`;
      const found = kept.get(key) ?? (await load(db, centreId, editionId));
      if (found === undefined) return undefined;
      kept.delete(key);
      kept.set(key, found);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return found;
    },
  };
}

async function load(
  db: Db,
  centreId: number,
  editionId: string,
): Promise<FixedEdition | undefined> {
  const row = await findEdition(db, centreId, editionId);
  if (row === undefined || row.state === 'draft' || row.state === 'in-review') return undefined;
  return {
    matterId: row.matter_id,
    editionId: row.edition_id,
    number: row.number,
    content: row.content,
  };
}
