import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { EmbeddedServer } from '../db/embedded/index.ts';
import type { Log } from '../observe/log.ts';

/** What the backup part stands on. */
export interface BackupModuleDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** The server that this program runs; without it there is nothing to copy. */
  readonly embedded: EmbeddedServer | undefined;
  readonly dataDir: string;
  readonly software: string;
  readonly filesElsewhere: boolean;
  /** Where backups are kept, best on another disk. */
  readonly folder: string;
  /** Cron line of five fields in the centre's zone. */
  readonly schedule: string;
  readonly keep: number;
}
