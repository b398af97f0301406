import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { findPostmaster } from '#kernel/db/embedded/postmaster-pid.ts';
import { findFreePort } from '#test/support/free-port.ts';

import type { Workload } from './workload.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** W7: from the command to an answering server, on an empty data folder and on one that is there. */
export const start: Workload = {
  name: 'start',
  title: 'W7: npm start on an empty data folder, and again',
  run: async ({ say }) => {
    const home = mkdtempSync(join(tmpdir(), 'onewindow-start-'));
    try {
      const first = await timeStart(join(home, 'data'));
      say(`first start ${first.toFixed(1)} s`);
      const again: number[] = [];
      for (let round = 0; round < 3; round += 1) again.push(await timeStart(join(home, 'data')));
      return [
        {
          what: 'first start: database made, centre loaded, pages built',
          value: first,
          unit: 's',
          gate: { atMost: 30 },
        },
        {
          what: 'start again, best of three',
          value: Math.min(...again),
          unit: 's',
          gate: { atMost: 4 },
        },
        { what: 'start again, longest of three', value: Math.max(...again), unit: 's' },
      ];
    } finally {
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  },
};

async function timeStart(dataDir: string): Promise<number> {
  const port = await findFreePort();
  const begun = performance.now();
  const settings = [`DATA_DIR=${dataDir}`, `PORT=${port}`, 'LOG_LEVEL=silent'];
  const server = spawn('env', [...settings, 'npm', 'start'], { cwd: at(''), stdio: 'ignore' });
  const ended = once(server, 'exit');
  while (!(await isAnswering(port))) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
    await pause(20);
  }
  const seconds = (performance.now() - begun) / 1000;
  server.kill('SIGTERM');
  await ended;
  // npm is gone before the program that it started.
  while (findPostmaster(join(dataDir, 'postgres/cluster')) !== undefined) await pause(20);
  return seconds;
}

async function isAnswering(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  return answer?.status === 200;
}

/** What `npm ci` alone takes here, to set the start beside it. Runs only when it is named. */
export const install: Workload = {
  name: 'install',
  title: 'W7: npm ci alone in an empty folder (needs the registry; runs only when named)',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'onewindow-install-'));
    try {
      for (const name of ['package.json', 'package-lock.json'])
        copyFileSync(at(name), join(home, name));
      const begun = performance.now();
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: home,
        stdio: 'ignore',
      });
      return [{ what: 'npm ci', value: (performance.now() - begun) / 1000, unit: 's' }];
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
};
