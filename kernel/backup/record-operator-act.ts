import { userInfo } from 'node:os';

import { systemActor } from '../access/system-actor.ts';
import { recordAudit } from '../audit/record.ts';
import { listCentres } from '../centre/centre.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';

export interface OperatorAct {
  readonly act: 'backup.made' | 'backup.restored' | 'backup.exported' | 'backup.imported';
  /** Name of the backup or export. */
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Writes what an operator did at the command line into the audit log of every centre, whose data it was, with the
 * operator's name on this machine. A database of before the first start has no log and no centre; nothing is written.
 */
export async function recordOperatorAct(
  database: Database,
  clock: Clock,
  { act, name, body }: OperatorAct,
): Promise<void> {
  if (!(await hasLog(database))) return;
  const centres = await listCentres(database.db);
  await database.transaction(async (tx) => {
    for (const { centreId } of centres)
      recordAudit(tx, clock, systemActor(centreId, 'onewindow-cli'), {
        act,
        subject: { kind: 'backup', id: name },
        body: { ...body, operator: findOperator() },
      });
  });
}

async function hasLog({ pool }: Database): Promise<boolean> {
  const { rows } = await pool.query<{ known: boolean }>(
    `SELECT to_regclass('kernel.audit_entry') IS NOT NULL AND to_regclass('kernel.centre') IS NOT NULL AS known`,
  );
  return rows[0]?.known === true;
}

function findOperator(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in passwd, as in many containers.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
