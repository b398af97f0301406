import { rebaseAudit } from '../audit/rebase.ts';
import type { Database } from '../db/database.ts';
import { runText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import { FIRST_NUMBER } from './numbers.ts';

/**
 * Fits the logs to the database server they were copied into by a logical import. Their order is kept in
 * transaction numbers, which belong to one server: in another one they may lie in the future, and then
 * nothing would ever be read again. What every listener has heard gets one number; the rest keeps its
 * order under small numbers. To be called once, before any worker starts. Not needed after a physical restore.
 */
export async function rebaseAfterImport(database: Database): Promise<void> {
  const needed = await database.transaction(async (tx) => {
    const outbox = await rebaseOutbox(tx);
    const audit = await rebaseAudit(tx);
    return Math.max(outbox, audit);
  });
  await passNumbers(database, FIRST_NUMBER + needed + 1);
}

/** Gives how many numbers were handed out. */
async function rebaseOutbox(tx: Tx): Promise<number> {
  await runText(
    tx,
    `CREATE TEMPORARY TABLE rebased ON COMMIT DROP AS
     SELECT d.written_by AS old, (${FIRST_NUMBER} + row_number() OVER (ORDER BY d.written_by))::text::xid8 AS new
     FROM (SELECT DISTINCT written_by FROM kernel.outbox
       WHERE written_by >= (SELECT coalesce(min(written_by), '0'::xid8) FROM kernel.listener_place)) d`,
  );
  const table = async (name: string) =>
    runText(
      tx,
      `UPDATE kernel.${name} t SET written_by = coalesce(
         (SELECT r.new FROM rebased r WHERE r.old = t.written_by), '${FIRST_NUMBER}'::xid8)`,
    );
  await table('outbox');
  await table('parked_event');
  // A place between two numbers follows the lower one, with everything of it.
  await runText(
    tx,
    `UPDATE kernel.listener_place p SET
       written_by = coalesce((SELECT max(r.new) FROM rebased r WHERE r.old <= p.written_by), '${FIRST_NUMBER}'::xid8),
       event_id = CASE WHEN EXISTS (SELECT FROM rebased r WHERE r.old = p.written_by) THEN p.event_id
         ELSE 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid END`,
  );
  const rows = await runText<{ count: number }>(
    tx,
    'SELECT count(*)::integer AS count FROM rebased',
  );
  return rows[0]?.count ?? 0;
}

const CHUNK = 5000;

/** Lets the server's own counter pass the numbers handed out; a fresh server may stand below them. */
export async function passNumbers(database: Database, least: number): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query<{ next: string }>(
      'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
    );
    const missing = least - Number(rows[0]?.next ?? 0);
    if (missing <= 0) return;
    // Each inner block that writes takes a number of its own.
    await database.pool.query(`DO $$ BEGIN
      CREATE TEMPORARY TABLE used (n integer) ON COMMIT DROP;
      FOR i IN 1..${Math.min(missing, CHUNK)} LOOP
        BEGIN INSERT INTO used VALUES (i); EXCEPTION WHEN OTHERS THEN RAISE; END;
      END LOOP;
    END $$`);
  }
}
