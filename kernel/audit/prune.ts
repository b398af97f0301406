import type { Database } from '../db/database.ts';
import { runText, sendText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import type { ChainPoint } from './chain.ts';
import { CHAINS } from './record.ts';
import type { ChainKey } from './seal.ts';

/** 网络安全法 article 21: logs are kept for not less than six months. */
export const LEAST_RETENTION_DAYS = 180;

const BATCH = 1000;
const DAY_MS = 86_400_000;

/**
 * Removes the sealed beginning of each chain of a centre up to the first entry that is younger than the
 * retention. Number and digest of the last one removed stay as a checkpoint, from which the rest of the
 * chain is verified. Gives the number removed. Throws RangeError for less than 180 days.
 */
export async function pruneAudit(
  database: Database,
  centreId: number,
  days: number,
  now: Date,
): Promise<number> {
  if (!(days >= LEAST_RETENTION_DAYS))
    throw new RangeError(`Audit entries are kept for at least 180 days, not ${days}`);
  const cutoff = new Date(now.getTime() - days * DAY_MS);
  let removed = 0;
  for (let chain = 0; chain < CHAINS; chain += 1) {
    for (;;) {
      const key = { centre_id: centreId, chain };
      const step = await database.transaction((tx) => pruneStep(tx, key, cutoff, now));
      removed += step;
      if (step < BATCH) break;
    }
  }
  return removed;
}

/**
 * Whether the database lets this program's role delete entries. Where it does not, which is advised for
 * production, the owner of the tables prunes: `onewindow audit prune`.
 */
export async function mayPrune(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ may: boolean }>(
    `SELECT has_table_privilege('kernel.audit_entry', 'DELETE')
       AND has_table_privilege('kernel.audit_link', 'DELETE') AS may`,
  );
  return rows[0]?.may === true;
}

interface OldLink extends ChainPoint {
  readonly entry_id: string;
}

async function pruneStep(tx: Tx, key: ChainKey, cutoff: Date, now: Date): Promise<number> {
  const links = await listOldLinks(tx, key, cutoff);
  const last = links.at(-1);
  if (last === undefined) return 0;
  sendText(
    tx,
    'DELETE FROM kernel.audit_entry WHERE centre_id = $1 AND entry_id = ANY ($2::uuid[])',
    [key.centre_id, links.map((link) => link.entry_id)],
  );
  sendText(tx, 'DELETE FROM kernel.audit_link WHERE centre_id = $1 AND chain = $2 AND seq <= $3', [
    key.centre_id,
    key.chain,
    last.seq,
  ]);
  sendText(
    tx,
    `INSERT INTO kernel.audit_checkpoint (centre_id, chain, seq, hash, pruned_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (centre_id, chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, pruned_at = excluded.pruned_at`,
    [key.centre_id, key.chain, last.seq, last.hash, now],
  );
  return links.length;
}

/** The oldest links of a chain without a gap in age: the first young entry ends them. */
async function listOldLinks(tx: Tx, key: ChainKey, cutoff: Date): Promise<OldLink[]> {
  const rows = await runText<{ seq: bigint; hash: string; entry_id: string; at: Date | null }>(
    tx,
    `SELECT l.seq, l.hash, l.entry_id, e.at
     FROM kernel.audit_link l
     LEFT JOIN kernel.audit_entry e ON e.centre_id = l.centre_id AND e.entry_id = l.entry_id
     WHERE l.centre_id = $1 AND l.chain = $2 ORDER BY l.seq LIMIT $3`,
    [key.centre_id, key.chain, BATCH],
  );
  const young = rows.findIndex((row) => row.at === null || row.at >= cutoff);
  const old = young === -1 ? rows : rows.slice(0, young);
  return old.map(({ seq, hash, entry_id }) => ({ seq: Number(seq), hash, entry_id }));
}
