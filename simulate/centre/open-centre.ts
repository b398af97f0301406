import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import { readConfig } from '#kernel/config/config.ts';
import { readSecrets } from '#kernel/config/secrets.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import { type Database, openDatabase } from '#kernel/db/database.ts';
import { createLog } from '#kernel/observe/log.ts';
import type { Foundation } from '#server/kernel.ts';

/** What a process of the simulated centre is told when it is started. */
export const Given = z.object({
  connection: z.object({
    host: z.string(),
    port: z.number(),
    user: z.string(),
    database: z.string(),
    password: z.string().optional(),
  }),
  dataDir: z.string(),
  port: z.number().int(),
  /** The moment at which the process begins, in milliseconds since 1970. */
  epochMs: z.number(),
  /** Whether people look on in a browser. */
  watch: z.boolean().default(false),
});
export type Given = z.input<typeof Given>;

/** Everything below the modules, on a database that runs already and by a clock that is driven from outside. */
export function openFoundation(given: Given, clock: Clock): Foundation & { database: Database } {
  const { password, ...rest } = given.connection;
  const config = readConfig({
    PORT: String(given.port),
    DATA_DIR: given.dataDir,
    LOG_LEVEL: 'silent',
    TRUST_PROXY: '1',
    RATE_PER_MINUTE: '1000000',
  });
  const secrets = readSecrets(config, {});
  return {
    config,
    secrets,
    database: openDatabase({
      connection: password === undefined ? rest : { ...rest, password },
      poolSize: 12,
    }),
    clock,
    cipher: createFieldCipher(parseKeyRing(secrets.fieldKeys, { production: false })),
    log: createLog('silent'),
  };
}
