import type { Clock } from '../clock/clock.ts';
import type { Signer } from '../crypto/signer.ts';
import type { Database } from '../db/database.ts';

/** What the audit part stands on. */
export interface AuditDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Days that entries are kept, at least 180 (网络安全法 article 21: not less than six months). */
  readonly retentionDays: number;
  /** Signs anchors; without one there are none. */
  readonly signer?: Signer;
  /** Where the daily anchor of each centre is written, best on another machine's disk. */
  readonly anchorFolder?: string;
}
