import type { ClientBase } from 'pg';

import { qualify, type Table } from '../table-digests.ts';

/** The column type that counts transactions of one cluster and of no other. */
const TRANSACTION_NUMBER = 'xid8';
/** Below this PostgreSQL gives no number to a transaction (FirstNormalTransactionId). */
const FIRST = 3;

const numberColumns = (table: Table) =>
  table.columns.filter(({ type }) => type === TRANSACTION_NUMBER);

/**
 * Gives every transaction number of the data its rank among all of them. Order is all that they say; in
 * another cluster the numbers themselves may lie in the future. Gives the highest rank.
 */
export async function rankTransactions(
  session: ClientBase,
  tables: readonly Table[],
): Promise<number> {
  const sources = tables.flatMap((table) =>
    numberColumns(table).map(({ name }) => `SELECT "${name}" AS number FROM ${qualify(table)}`),
  );
  await session.query(
    `CREATE TEMP TABLE transaction_rank (number xid8 PRIMARY KEY, rank xid8 NOT NULL) ON COMMIT DROP`,
  );
  if (sources.length === 0) return FIRST;
  await session.query(
    `INSERT INTO transaction_rank
     SELECT number, CASE WHEN number < '${FIRST}'::xid8 THEN number
       ELSE (${FIRST} + row_number() OVER (ORDER BY number))::text::xid8 END
     FROM (SELECT DISTINCT number FROM (${sources.join(' UNION ALL ')}) every WHERE number IS NOT NULL) known`,
  );
  const { rows } = await session.query<{ highest: string | null }>(
    'SELECT max(rank)::text AS highest FROM transaction_rank',
  );
  return Math.max(FIRST, Number(rows[0]?.highest ?? 0));
}

/** The rows of a table with ranks in place of transaction numbers. */
export function rankedRows(table: Table): string {
  const ranked = numberColumns(table);
  if (ranked.length === 0) return `SELECT * FROM ${qualify(table)}`;
  const places = new Map(ranked.map(({ name }, index) => [name, `k${index}`]));
  const columns = table.columns.map(({ name }) => {
    const place = places.get(name);
    return place === undefined ? `t."${name}"` : `${place}.rank AS "${name}"`;
  });
  const joins = [...places].map(
    ([name, place]) => `LEFT JOIN transaction_rank ${place} ON ${place}.number = t."${name}"`,
  );
  return `SELECT ${columns.join(', ')} FROM ${qualify(table)} t ${joins.join(' ')}`;
}

/**
 * Moves a cluster's counter of transactions beyond the imported ranks, so that what is written from now on is
 * ordered after what was imported. Such transactions write nothing and wait for no disk.
 */
export async function passRanks(session: ClientBase, highestRank: number): Promise<void> {
  await session.query(
    `DO $$ BEGIN
       WHILE pg_snapshot_xmax(pg_current_snapshot()) <= '${highestRank}'::xid8 LOOP
         PERFORM pg_current_xact_id();
         COMMIT;
       END LOOP;
     END $$`,
  );
}
