import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { EmbeddedError, errnoOf } from './errors.ts';
import { handToFolderOwner } from './layout.ts';
import { getOwnIdentity, isAlive, type ProcessIdentity } from './processes.ts';

interface Holder {
  readonly nonce: string;
  readonly process: ProcessIdentity;
}

export interface LockOptions {
  /** How long to wait for another holder before giving up. */
  readonly timeoutMs: number;
  /** Called once, when somebody else holds the lock. */
  readonly onWait?: () => void;
}

/**
 * Runs `work` while no other process (nor another caller in this one) holds the lock folder `path`.
 * A lock whose holder died is taken over. Throws EmbeddedError `busy` after `timeoutMs`.
 */
export async function withLock<T>(
  path: string,
  options: LockOptions,
  work: () => Promise<T>,
): Promise<T> {
  const own = await acquire(path, options);
  try {
    return await work();
  } finally {
    release(path, own);
  }
}

// A folder is renamed into place together with the name of its holder: rename onto a folder that is not empty
// fails, so exactly one wins and nobody ever sees a lock without a holder.
async function acquire(path: string, options: LockOptions): Promise<string> {
  const own = mkdtempSync(`${path}.${process.pid}-`);
  const holder: Holder = { nonce: basename(own), process: getOwnIdentity() };
  writeFileSync(join(own, 'holder.json'), JSON.stringify(holder));
  handToFolderOwner(own);
  handToFolderOwner(join(own, 'holder.json'));
  const deadline = performance.now() + options.timeoutMs;
  let told = false;
  try {
    for (;;) {
      if (tryRename(own, path)) return own;
      const current = readHolder(path);
      if (current !== undefined && !isAlive(current.process)) {
        await breakLock(path, current.nonce, options);
        continue;
      }
      if (!told) options.onWait?.();
      told = true;
      if (performance.now() >= deadline) throw lockTimeout(path, current);
      await pause(25);
    }
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    throw error;
  }
}

function release(path: string, own: string): void {
  renameSync(path, own);
  rmSync(own, { recursive: true, force: true });
  removeLeftovers(path);
}

// Two processes may find the same dead holder. Only the one that holds the guard named after that holder may remove
// the lock, and looks again first: otherwise the slower one would remove the lock that the faster one has just taken.
async function breakLock(path: string, nonce: string, options: LockOptions): Promise<void> {
  const guard = `${path}.break-${nonce}`;
  const own = await acquire(guard, { timeoutMs: options.timeoutMs });
  try {
    if (readHolder(path)?.nonce !== nonce) return;
    const grave = `${own}.dead`;
    renameSync(path, grave);
    rmSync(grave, { recursive: true, force: true });
  } finally {
    release(guard, own);
  }
}

function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(errnoOf(error))) return false;
    throw error;
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(join(path, 'holder.json'), 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

// What contenders left that were killed while they waited.
function removeLeftovers(path: string): void {
  const prefix = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(dirname(path), name);
    const holder = readHolder(folder);
    if (holder !== undefined && !isAlive(holder.process))
      rmSync(folder, { recursive: true, force: true });
  }
}

function lockTimeout(path: string, current: Holder | undefined): EmbeddedError {
  const pid = current?.process.pid ?? 0;
  return new EmbeddedError(
    'busy',
    {
      zh: `另一个进程（${pid}）正在启动或停止内置数据库，等待超时。请稍后再试，或先结束该进程。`,
      en: `Another process (${pid}) is starting or stopping the embedded database and did not finish in time. Try again later, or end that process.`,
    },
    path,
  );
}
