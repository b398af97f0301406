import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type Binaries, SERVER_ENVIRONMENT } from './binaries.ts';
import { EmbeddedError, errnoOf, fromServerOutput } from './errors.ts';
import { mayEnter, type ServerIdentity, toSpawnIdentity } from './identity.ts';
import { handToFolderOwner, type Layout } from './layout.ts';
import { readLogTail } from './logs.ts';
import { findPostmaster, type Postmaster, toSocketFolder } from './postmaster-pid.ts';
import { sendSignal, toServerName, waitForEnd } from './processes.ts';

// A shutdown writes everything to disk; a slow disk with a full cache needs its time.
const SHUTDOWN_MS = 60_000;

/** Makes `text` the content of a configuration file of the server, whole or not at all. */
export function writeServerFile(
  layout: Layout,
  identity: ServerIdentity,
  name: string,
  text: string,
): void {
  const path = join(layout.cluster, name);
  if (findText(path) === text) return;
  const draft = `${path}.draft`;
  rmSync(draft, { force: true });
  // Exclusively: the folder belongs to the server's account, which must not lead root to another file by a link.
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, text);
    if (identity.switches) fchownSync(handle, identity.uid, identity.gid);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, path);
}

/** Starts the server and resolves when it says that it is ready. It outlives this process if that is killed. */
export async function launchPostmaster(
  layout: Layout,
  binaries: Binaries,
  identity: ServerIdentity,
  timeoutMs: number,
): Promise<Postmaster> {
  rmSync(layout.startLog, { force: true });
  const log = openSync(layout.startLog, 'wx', 0o600);
  handToFolderOwner(layout.startLog);
  // Where the account cannot enter the folders above, the data directory is named by the working directory that root
  // set; a path through /proc/self/cwd needs permission on that directory only.
  const directory = mayEnter(identity, layout.cluster) ? layout.cluster : '/proc/self/cwd';
  const child = spawn(
    binaries.postgres,
    ['-D', directory, '-c', `cluster_name=${toServerName(layout.cluster)}`],
    {
      ...toSpawnIdentity(identity),
      cwd: layout.cluster,
      env: SERVER_ENVIRONMENT,
      // A session of its own: Ctrl-C in the terminal reaches the program, which then stops the server in order.
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `exit ${code ?? signal ?? ''}`));
  child.unref();

  const deadline = performance.now() + timeoutMs;
  for (;;) {
    await pause(10);
    if (ended !== undefined)
      throw fromServerOutput(
        `${readLogTail(layout, child.pid)}\n${ended}`.trim(),
        layout.home,
        'start-failed',
      );
    const found = findPostmaster(layout.cluster);
    if (found?.note.isReady === true && found.note.pid === child.pid) return found;
    if (performance.now() >= deadline) throw notReady(layout);
  }
}

/** Whether its socket is where it says; a cleaner of temporary files may have removed it. */
export function hasSocket(layout: Layout, { note }: Postmaster): boolean {
  return existsSync(join(toSocketFolder(layout.cluster, note), `.s.PGSQL.${note.port}`));
}

/** Waits until a server that somebody else started is ready; undefined when it ends instead. */
export async function waitForReady(
  layout: Layout,
  timeoutMs: number,
): Promise<Postmaster | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = findPostmaster(layout.cluster);
    if (found === undefined || found.note.isReady) return found;
    if (performance.now() >= deadline) throw notReady(layout);
    await pause(15);
  }
}

/** Stops the server in order: running transactions are rolled back, everything is on disk. */
export async function shutDownPostmaster(layout: Layout, pid: number): Promise<void> {
  sendSignal(pid, 'SIGINT');
  if (await waitForEnd(pid, SHUTDOWN_MS)) return;
  // Committed transactions are in the log on disk; the next start replays it.
  sendSignal(pid, 'SIGQUIT');
  if (await waitForEnd(pid, SHUTDOWN_MS)) return;
  throw new EmbeddedError(
    'busy',
    {
      zh: `数据库进程 ${pid} 无法停止。请结束该进程后重新启动，已保存的数据不受影响。`,
      en: `The database process ${pid} does not stop. End it and start again; saved data is not affected.`,
    },
    readLogTail(layout),
  );
}

function findText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function notReady(layout: Layout): EmbeddedError {
  return new EmbeddedError(
    'not-ready',
    {
      zh: '数据库在限定时间内没有准备好，可能仍在恢复数据。它会在后台继续，请稍后重新启动。',
      en: 'The database was not ready in time; it may still be recovering. It continues in the background: start again in a moment.',
    },
    readLogTail(layout),
  );
}
