import type { Clock } from '#kernel/clock/clock.ts';
import type { Config } from '#kernel/config/config.ts';
import type { Secrets } from '#kernel/config/secrets.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { EmbeddedServer } from '#kernel/db/embedded/index.ts';
import type { Log } from '#kernel/observe/log.ts';

/** What the process has before any module is made. */
export interface Foundation {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly database: Database;
  readonly clock: Clock;
  /** Seals single fields of rows. */
  readonly cipher: FieldCipher;
  readonly log: Log;
  /** The database server that this program runs; absent when it is given by DATABASE_URL. */
  readonly embedded?: EmbeddedServer | undefined;
}
