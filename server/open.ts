import { join } from 'node:path';

import { type Clock, systemClock } from '#kernel/clock/clock.ts';
import { type Config, readConfig } from '#kernel/config/config.ts';
import { readSecrets } from '#kernel/config/secrets.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import { openDatabase } from '#kernel/db/database.ts';
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/index.ts';
import { createLog } from '#kernel/observe/log.ts';

import type { Foundation } from './kernel.ts';

export interface Opened {
  readonly foundation: Foundation;
  readonly embedded: EmbeddedServer | undefined;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly onStep?: (zh: string, en: string) => void;
  readonly config?: Config;
  /** Log to this file instead of standard output. */
  readonly logFile?: string;
  /** Another time than the machine’s: journeys through days, replays. */
  readonly clock?: Clock;
}

/** Reads the settings and opens the database: the one of DATABASE_URL, else the embedded one in DATA_DIR. */
export async function openFoundation(options: OpenOptions = {}): Promise<Opened> {
  const config = options.config ?? readConfig();
  const secrets = readSecrets(config);
  const cipher = createFieldCipher(
    parseKeyRing(secrets.fieldKeys, { production: !secrets.isDemonstration }),
  );
  const log = createLog(config.logLevel, options.logFile);
  const embedded =
    config.database.url === undefined
      ? await startEmbedded({
          dataDir: join(config.dataDir, 'postgres'),
          archive: true,
          onStep: (step) => options.onStep?.(step.zh, step.en),
          onDown: (error) => log.error({ err: error }, 'the database ended and does not start'),
        })
      : undefined;
  const database = openDatabase({
    connection: embedded?.connection ?? config.database.url ?? '',
    poolSize: config.database.poolSize,
  });
  return {
    foundation: {
      config,
      secrets,
      database,
      clock: options.clock ?? systemClock,
      cipher,
      log,
      embedded,
    },
    embedded,
    close: async () => {
      await database.close();
      await embedded?.stop();
    },
  };
}
