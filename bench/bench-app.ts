import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemClock } from '#kernel/clock/clock.ts';
import { readConfig } from '#kernel/config/config.ts';
import { readSecrets } from '#kernel/config/secrets.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import type { Database } from '#kernel/db/database.ts';
import type { Identify } from '#kernel/http/identify.ts';
import { createLog } from '#kernel/observe/log.ts';
import { type App, createApp } from '#server/app.ts';
import { createTerminal } from '#server/cli/terminal.ts';
import type { Foundation } from '#server/kernel.ts';
import { bringRoles, loadCentre } from '#server/load-centre.ts';
import { mountStandins } from '#server/mount-standins.ts';
import { centreFolder } from '#server/prepare-centre.ts';
import { findFreePort } from '#test/support/free-port.ts';

/** The whole server on the database of a workload, without a port until it is asked to listen. */
export interface BenchApp extends App {
  readonly foundation: Foundation;
}

export interface BenchAppOptions {
  readonly identify?: Identify;
  /** Listens on a free port with the stand-ins mounted, so that services from outside answer. */
  readonly withStandins?: boolean;
  /** Keeps files and secrets in this folder, for a server that is started again; else in one that is removed. */
  readonly dataDir?: string;
  /** Loads the demonstration centre that comes with the software. */
  readonly load?: boolean;
}

/** Puts the server together on this database, with limits that a benchmark does not reach from many addresses. */
export async function openBenchApp(
  database: Database,
  { identify, load = false, withStandins = false, dataDir: kept }: BenchAppOptions = {},
): Promise<BenchApp> {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'onewindow-bench-app-'));
  const port = withStandins ? await findFreePort() : 8080;
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    TRUST_PROXY: '1',
    RATE_PER_MINUTE: '1000000',
  });
  const secrets = readSecrets(config, {});
  const cipher = createFieldCipher(parseKeyRing(secrets.fieldKeys, { production: false }));
  const log = createLog('silent');
  const foundation = { config, secrets, database, clock: systemClock, cipher, log };
  const app = await createApp(foundation, identify === undefined ? {} : { identify });
  await bringRoles(foundation, app.running, 1);
  if (load) {
    const given = { folder: centreFolder(undefined), centreId: 1, isDemonstration: true };
    await loadCentre(foundation, app.running, given, createTerminal(true));
  }
  if (withStandins) {
    await mountStandins(app.http, foundation);
    await app.http.listen({ port, host: '127.0.0.1' });
  }
  return {
    ...app,
    foundation,
    close: async () => {
      await app.close();
      if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
