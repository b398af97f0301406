import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import type { Connection } from './database.ts';
import { listProcessesNaming, listServerProcesses, sendSignal, toServerName } from './processes.ts';

const INDEX = fileURLToPath(new URL('index.ts', import.meta.url));

// A program that starts the server of its folder, says each step, and stops when its input ends.
const PROGRAM = `
  const { startEmbedded } = await import(process.argv[1]);
  const server = await startEmbedded({
    dataDir: process.argv[2],
    onStep: ({ id }) => console.log('step ' + id),
  });
  console.log('ready ' + server.pid + ' ' + server.adopted);
  process.stdin.on('end', () => void server.stop().then(() => console.log('stopped')));
  process.stdin.resume();
`;

/** Another process that uses an embedded server. */
export interface OtherUser {
  readonly lines: readonly string[];
  /** Resolves when a line that begins with `start` has been said; rejects when the process ends before. */
  waitFor(start: string): Promise<string>;
  stop(): Promise<void>;
  /** As by the kernel: it gets no chance to tidy up. */
  kill(): Promise<void>;
}

export function startOtherUser(dataDir: string): OtherUser {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', PROGRAM, INDEX, dataDir],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines: string[] = [];
  const waiters = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const look of waiters) look();
  });
  child.once('close', () => {
    for (const look of waiters) look();
  });
  return {
    lines,
    waitFor: (start) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find((line) => line.startsWith(start));
          if (found !== undefined) resolve(found);
          else if (hasEnded(child))
            reject(new Error(`Ended without saying ${start}: ${lines.join()}`));
          else return;
          waiters.delete(look);
        };
        waiters.add(look);
        look();
      }),
    stop: () => endChild(child, () => child.stdin.end()),
    kill: () => endChild(child, () => child.kill('SIGKILL')),
  };
}

/** A folder of its own for a test, with every process that works in it ended and all removed afterwards. */
export function makePlace(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'onewindow-embedded-'));
  chmodSync(path, 0o755);
  return {
    path,
    remove() {
      for (const pid of listServersBelow(path)) sendSignal(pid, 'SIGKILL');
      rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** A copy with owners and times, as an administrator would make one. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

export async function query<Row extends pg.QueryResultRow>(
  connection: Connection,
  text: string,
): Promise<Row[]> {
  const client = new pg.Client({ ...connection });
  // The server may be killed while this is connected.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

function listServersBelow(path: string): number[] {
  const clusters = execFileSync('find', [path, '-type', 'd', '-name', 'cluster*'], {
    encoding: 'utf8',
  });
  return clusters
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((cluster) => [
      ...listServerProcesses(toServerName(cluster)).map(({ pid }) => pid),
      ...listProcessesNaming(`--set=cluster_name=${cluster.slice(cluster.lastIndexOf('/') + 1)}`),
    ]);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function endChild(child: ChildProcess, end: () => void): Promise<void> {
  if (hasEnded(child)) return;
  await new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    end();
  });
}
