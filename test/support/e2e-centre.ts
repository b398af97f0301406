import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Clock } from '#kernel/clock/clock.ts';
import { readConfig } from '#kernel/config/config.ts';
import { createTerminal } from '#server/cli/terminal.ts';
import { startServer } from '#server/main.ts';

import { findFreePort } from './free-port.ts';

/** A demonstration account as the welcome of the server names it. */
export interface DemonstrationAccount {
  readonly loginName: string;
  readonly password: string;
  readonly displayName: string;
  readonly roleEn: string;
}

export interface StartedCentre {
  readonly url: string;
  readonly dataDir: string;
  readonly accounts: readonly DemonstrationAccount[];
  stop(): Promise<void>;
}

/**
 * The whole demonstration centre on a free port, as `npm start` runs it, by the machine's time unless told. By name
 * and not by number, so that passkeys work.
 */
export async function startCentre(clock?: Clock): Promise<StartedCentre> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-e2e-'));
  const port = await findFreePort();
  const accounts: DemonstrationAccount[] = [];
  const terminal = {
    ...createTerminal(true),
    result: (value: unknown) => {
      accounts.push(...(value as { accounts: DemonstrationAccount[] }).accounts);
    },
  };
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    LOG_LEVEL: 'silent',
    RATE_PER_MINUTE: '1000000',
  });
  const server = await startServer(terminal, { config, ...(clock ? { clock } : {}) });
  return {
    url: server.url,
    dataDir,
    accounts,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
