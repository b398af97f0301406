import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { readConfig } from '#kernel/config/config.ts';
import { createTerminal } from '#server/cli/terminal.ts';
import { startServer } from '#server/main.ts';
import { getChromium } from '#tools/browser.ts';

import { findFreePort } from './free-port.ts';
import { stopInEveryCase } from './stop-in-every-case.ts';

/** A demonstration account as the welcome of the server names it. */
export interface DemonstrationAccount {
  readonly loginName: string;
  readonly password: string;
  readonly displayName: string;
  readonly roleEn: string;
}

/**
 * The whole demonstration centre on a free port, as `npm start` runs it, once for all journeys. By name and
 * not by number, so that passkeys work.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = getChromium();
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
  const server = await startServer(terminal, { config });
  project.provide('centre', { url: server.url, accounts, chromium, dataDir });
  return stopInEveryCase({
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
}

declare module 'vitest' {
  interface ProvidedContext {
    centre: {
      readonly url: string;
      readonly accounts: readonly DemonstrationAccount[];
      readonly chromium: string;
      /** For a further process of the same centre. */
      readonly dataDir: string;
    };
  }
}
