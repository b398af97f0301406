import { runText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import { BEGINNING } from '../events/log.ts';
import { FIRST_NUMBER } from '../events/numbers.ts';

/**
 * Fits the audit log to the server it was copied into: what is in a chain, or was passed by sealing, lies
 * behind the heads; what is still to be sealed keeps its order after them. Gives how many numbers were
 * handed out. Nothing that is hashed changes.
 */
export async function rebaseAudit(tx: Tx): Promise<number> {
  const rows = await runText<{ count: number }>(
    tx,
    `WITH unsealed AS (
       SELECT e.centre_id, e.entry_id, e.written_by FROM kernel.audit_entry e
       LEFT JOIN kernel.audit_head h ON h.centre_id = e.centre_id AND h.chain = e.chain
       WHERE h.seq IS NULL OR (e.written_by, e.entry_id) > (h.sealed_through, h.sealed_entry)
     ), renumbered AS (
       UPDATE kernel.audit_entry e SET written_by = coalesce(n.new, '1'::xid8)
       FROM kernel.audit_entry k
       LEFT JOIN (SELECT centre_id, entry_id,
           (${FIRST_NUMBER} + dense_rank() OVER (ORDER BY written_by))::text::xid8 AS new FROM unsealed) n
         ON n.centre_id = k.centre_id AND n.entry_id = k.entry_id
       WHERE e.centre_id = k.centre_id AND e.entry_id = k.entry_id RETURNING n.new
     )
     SELECT count(DISTINCT new)::integer AS count FROM renumbered`,
  );
  await runText(tx, `UPDATE kernel.audit_head SET sealed_through = '2'::xid8, sealed_entry = $1`, [
    BEGINNING.event_id,
  ]);
  return rows[0]?.count ?? 0;
}
