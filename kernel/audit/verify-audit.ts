import type { ClientBase } from 'pg';

import { type Clock, systemClock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import { type AuditAnchor, checkAnchor } from './anchor.ts';
import type { Finding } from './finding.ts';
import { CHAINS } from './record.ts';
import type { ChainKey } from './seal.ts';
import { verifyChain } from './verify-chain.ts';

/** What a check of the audit log found. */
export interface AuditReport {
  /** No finding: every entry is as it was written, and none is gone. */
  readonly isWhole: boolean;
  readonly chains: number;
  readonly entries: number;
  /** Written in the last minutes, and about to be sealed. */
  readonly waiting: number;
  /** For each chain the first broken entry, and what stands outside it. */
  readonly findings: readonly Finding[];
  /** What is odd and proves nothing, such as a clock that was set back. */
  readonly remarks: readonly Finding[];
}

export interface VerifyAuditOptions {
  /** One centre; all of them unless told. */
  readonly centreId?: number;
  /** Signed heads kept elsewhere: they show a chain that was rewritten as a whole. */
  readonly anchors?: readonly AuditAnchor[];
  /** Called with the entries done so far and the number there are, by the database's estimate. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly clock?: Clock;
  readonly pageSize?: number;
}

/**
 * Recomputes every chain of the audit log in one snapshot and constant memory, and names the first entry
 * of each that does not fit. Does not stop the application, which goes on writing meanwhile.
 */
export async function verifyAudit(
  database: Database,
  options: VerifyAuditOptions = {},
): Promise<AuditReport> {
  const { onProgress = () => undefined, clock = systemClock, pageSize = 1000 } = options;
  const session = await database.connectAlone();
  try {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const total = await estimateEntries(session);
    let done = 0;
    const count = (entries: number) => {
      done += entries;
      onProgress(done, Math.max(done, total));
    };
    const walk = { pageSize, now: clock.now(), onProgress: count };
    const keys = await listChains(session, options.centreId);
    const reports = [];
    for (const key of keys) reports.push(await verifyChain(session, key, walk));
    const findings = reports.flatMap((report) => report.findings);
    for (const anchor of options.anchors ?? [])
      findings.push(...(await checkAnchor(session, anchor)));
    return {
      isWhole: findings.length === 0,
      chains: keys.length,
      entries: reports.reduce((sum, report) => sum + report.entries, 0),
      waiting: reports.reduce((sum, report) => sum + report.waiting, 0),
      findings,
      remarks: reports.flatMap((report) => report.remarks),
    };
  } finally {
    await session.end();
  }
}

async function estimateEntries(session: ClientBase): Promise<number> {
  const { rows } = await session.query<{ n: number }>(
    `SELECT greatest(reltuples, 0)::float8 AS n FROM pg_class WHERE oid = 'kernel.audit_link'::regclass`,
  );
  return Math.round(rows[0]?.n ?? 0);
}

/** All chains of the centres that are known by any of the tables: a removed head hides no chain. */
async function listChains(session: ClientBase, centreId: number | undefined): Promise<ChainKey[]> {
  const { rows } = await session.query<ChainKey>(
    `SELECT c.centre_id, k.chain FROM (
       SELECT centre_id FROM kernel.centre
       UNION SELECT centre_id FROM kernel.audit_head
       UNION SELECT centre_id FROM kernel.audit_checkpoint
     ) c CROSS JOIN generate_series(0, $1::integer - 1) AS k (chain)
     WHERE $2::integer IS NULL OR c.centre_id = $2
     ORDER BY c.centre_id, k.chain`,
    [CHAINS, centreId ?? null],
  );
  return rows;
}
