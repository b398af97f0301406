import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { inject, onTestFinished } from 'vitest';

import { envOfChild } from '#kernel/config/env.ts';

import { findFreePort } from './free-port.ts';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const PATIENCE_MS = 120_000;
const LOOK_MS = 200;

/** One more server process of the centre, that a journey may kill: same database, an address of its own. */
export interface FurtherServer {
  readonly url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts it at the same address and waits until it answers. */
  start(): Promise<void>;
}

/** Starts a further process; it is ended with the test. */
export async function startFurtherServer(): Promise<FurtherServer> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(process.execPath, [CLI, 'start'], {
      env: envOfChild({
        DATA_DIR: inject('centre').dataDir,
        PORT: String(port),
        PUBLIC_URL: url,
        LOG_LEVEL: 'silent',
        RATE_PER_MINUTE: '1000000',
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
    await answers(url, child, said);
  };
  const kill = async () => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => {
      running.once('close', resolve);
    });
    running.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  await start();
  return { url, kill, start };
}

async function answers(url: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    if (child.exitCode !== null) throw new Error(said.join(''));
    const answer = await fetch(`${url}/hall/device`).catch(() => undefined);
    if (answer?.ok === true) return;
    await pause(LOOK_MS);
  }
  throw new Error(`${url} does not answer`);
}
