import { sql } from 'kysely';

import type { Database } from '../db/database.ts';
import { runText, sendText } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';
import { BEGINNING } from '../events/log.ts';
import {
  type ChainPoint,
  genesisHash,
  linkHash,
  SEALED_COLUMNS,
  type SealedContent,
} from './chain.ts';
import { CHAINS } from './record.ts';

export interface ChainKey {
  readonly centre_id: number;
  readonly chain: number;
}

/**
 * Chains with entries that can be sealed: written by transactions below which none is still running. One
 * search in the index for each chain; as a semi-join it would be planned as a walk through all entries.
 */
export async function listUnsealedChains(
  db: Db,
  centreIds: readonly number[],
): Promise<ChainKey[]> {
  const { rows } = await sql<ChainKey>`
    SELECT c.centre_id, k.chain
    FROM unnest(${[...centreIds]}::integer[]) AS c (centre_id)
    CROSS JOIN generate_series(0, ${CHAINS - 1}::integer) AS k (chain)
    LEFT JOIN kernel.audit_head h ON h.centre_id = c.centre_id AND h.chain = k.chain
    CROSS JOIN LATERAL (
      SELECT e.entry_id FROM kernel.audit_entry e
      WHERE e.centre_id = c.centre_id AND e.chain = k.chain
        AND (e.written_by, e.entry_id) > (
          coalesce(h.sealed_through, '0'::xid8), coalesce(h.sealed_entry, ${BEGINNING.event_id}::uuid))
        AND e.written_by < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY e.written_by, e.entry_id LIMIT 1) n`.execute(db);
  return rows;
}

const BATCH = 500;

/**
 * Links the next entries into their chain, all or none: a process that dies in between leaves the chain
 * as it was, and the next one goes on. Gives how many were linked; 0 when another process has the chain.
 */
export function sealChain(database: Database, key: ChainKey, limit = BATCH): Promise<number> {
  return database.transaction(async (tx) => {
    const head = await takeHead(tx, key);
    if (head === undefined) return 0;
    const entries = await listUnsealed(tx, key, head, limit);
    const last = entries.at(-1);
    if (last === undefined) return 0;
    const links = linkEntries(head, entries);
    insertLinks(tx, key, links);
    moveHead(tx, key, links.at(-1) ?? head, last);
    return entries.length;
  });
}

/** Seals until nothing is left that can be sealed. Gives the number of entries linked. */
export async function sealAll(database: Database, centreIds: readonly number[]): Promise<number> {
  let sealed = 0;
  for (;;) {
    let round = 0;
    for (const key of await listUnsealedChains(database.db, centreIds))
      round += await sealChain(database, key);
    if (round === 0) return sealed;
    sealed += round;
  }
}

interface Head extends ChainPoint {
  readonly sealed_through: string;
  readonly sealed_entry: string;
}

async function takeHead(tx: Tx, key: ChainKey): Promise<Head | undefined> {
  const { centre_id, chain } = key;
  sendText(
    tx,
    `INSERT INTO kernel.audit_head (centre_id, chain, seq, hash, sealed_through, sealed_entry)
     VALUES ($1, $2, 0, $3, '0', $4) ON CONFLICT (centre_id, chain) DO NOTHING`,
    [centre_id, chain, genesisHash(centre_id, chain), BEGINNING.event_id],
  );
  const rows = await runText<Omit<Head, 'seq'> & { seq: bigint }>(
    tx,
    `SELECT seq, hash, sealed_through::text AS sealed_through, sealed_entry FROM kernel.audit_head
     WHERE centre_id = $1 AND chain = $2 FOR UPDATE SKIP LOCKED`,
    [centre_id, chain],
  );
  const [row] = rows;
  return row === undefined ? undefined : { ...row, seq: Number(row.seq) };
}

type UnsealedRow = SealedContent & { readonly written_by: string };

function listUnsealed(tx: Tx, key: ChainKey, head: Head, limit: number): Promise<UnsealedRow[]> {
  return runText(
    tx,
    `SELECT ${SEALED_COLUMNS}, e.written_by::text AS written_by FROM kernel.audit_entry e
     WHERE e.centre_id = $1 AND e.chain = $2 AND (e.written_by, e.entry_id) > ($3::xid8, $4::uuid)
       AND e.written_by < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY e.written_by, e.entry_id LIMIT $5`,
    [key.centre_id, key.chain, head.sealed_through, head.sealed_entry, limit],
  );
}

interface Link extends ChainPoint {
  readonly entryId: string;
}

function linkEntries(head: ChainPoint, entries: readonly SealedContent[]): Link[] {
  let { seq, hash } = head;
  return entries.map((entry) => {
    seq += 1;
    hash = linkHash(hash, seq, entry);
    return { seq, hash, entryId: entry.entry_id };
  });
}

function insertLinks(tx: Tx, key: ChainKey, links: readonly Link[]): void {
  sendText(
    tx,
    `INSERT INTO kernel.audit_link (centre_id, chain, seq, entry_id, hash)
     SELECT $1, $2, l.seq, l.entry_id, l.hash
     FROM unnest($3::bigint[], $4::uuid[], $5::text[]) AS l (seq, entry_id, hash)`,
    [
      key.centre_id,
      key.chain,
      links.map((link) => link.seq),
      links.map((link) => link.entryId),
      links.map((link) => link.hash),
    ],
  );
}

function moveHead(tx: Tx, key: ChainKey, to: ChainPoint, last: UnsealedRow): void {
  sendText(
    tx,
    `UPDATE kernel.audit_head SET seq = $3, hash = $4, sealed_through = $5::xid8, sealed_entry = $6
     WHERE centre_id = $1 AND chain = $2`,
    [key.centre_id, key.chain, to.seq, to.hash, last.written_by, last.entry_id],
  );
}
