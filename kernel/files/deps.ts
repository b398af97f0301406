import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../observe/log.ts';
import type { FilePurpose } from './purpose.ts';
import type { Scanner } from './scanner.ts';
import type { FileStore } from './store.ts';

export interface FileDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: FileStore;
  /** Undefined where no virus scanner is configured. */
  readonly scanner: Scanner | undefined;
  /** Where files lie while they arrive; on the disk of the store when that is local. */
  readonly spoolFolder: string;
  readonly limitBytes: number;
  /** Asked at each call, because modules are made after the kernel. */
  readonly purposes: () => readonly FilePurpose[];
}
