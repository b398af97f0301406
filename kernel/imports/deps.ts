import type { Clock } from '../clock/clock.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Database } from '../db/database.ts';
import type { Importer } from './importer.ts';
import type { Sheets } from './sheets.ts';

export interface ImportDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly sheets: Sheets;
  /** Largest sheet that is read; it is held in memory meanwhile. */
  readonly limitBytes: number;
  /** Asked at each call, because modules are made after the kernel. */
  readonly importers: () => readonly Importer[];
}
