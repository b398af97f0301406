import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import {
  findServerProcess,
  listServerProcesses,
  type ProcessState,
  sendSignal,
  toServerName,
  waitForEnd,
} from './processes.ts';

const PATIENCE_MS = 3_000;

/** What a running server says of itself in postmaster.pid (miscadmin.h, LOCK_FILE_LINE_*). */
export interface PostmasterNote {
  readonly pid: number;
  readonly port: number;
  /** Relative to the data directory, or absolute; '' while the server is still opening its sockets. */
  readonly socketFolder: string;
  readonly isReady: boolean;
}

export interface Postmaster {
  readonly pid: number;
  readonly note: PostmasterNote;
}

export function parsePostmasterNote(text: string): PostmasterNote | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  // A standalone backend writes its pid as a negative number.
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return {
    pid: Math.abs(pid),
    port: Number(lines[3] ?? 0),
    socketFolder: lines[4] ?? '',
    isReady: lines[7] === 'ready',
  };
}

export function findNote(cluster: string): PostmasterNote | undefined {
  try {
    return parsePostmasterNote(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The running server of this data directory. The note alone proves nothing: its pid may by now be anything. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const note = findNote(cluster);
  if (note === undefined) return undefined;
  const found = findServerProcess(note.pid, toServerName(cluster));
  return found === undefined ? undefined : { pid: note.pid, note };
}

export function toSocketFolder(cluster: string, note: PostmasterNote): string {
  return resolve(cluster, note.socketFolder);
}

/**
 * Makes way for a start where no server runs: ends what a killed server left behind, and removes a note that PostgreSQL
 * would take for a living server because its pid now belongs to an unrelated process or to a zombie.
 */
export async function clearRemains(cluster: string, socketFolder: string): Promise<void> {
  const name = toServerName(cluster);
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const remains = listServerProcesses(name);
    if (remains.length === 0) break;
    // They end by themselves when they notice that their server is gone, unless they are busy; a server without a note
    // ends in order when its first process is told to.
    for (const { pid } of signal === 'SIGINT' ? findRoots(remains) : remains)
      sendSignal(pid, signal);
    await Promise.all(remains.map(({ pid }) => waitForEnd(pid, PATIENCE_MS)));
  }
  // The socket has a note of its own beside it, which misleads in the same way.
  for (const file of readdirSync(socketFolder)) rmSync(join(socketFolder, file), { force: true });
  const note = findNote(cluster);
  // PostgreSQL looks after any other stale note itself, and checks shared memory when it does.
  if (note === undefined || isTakenForRunning(note.pid)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
}

function findRoots(processes: readonly ProcessState[]): ProcessState[] {
  const pids = new Set(processes.map(({ pid }) => pid));
  return processes.filter(({ parentPid }) => !pids.has(parentPid));
}

// The test that PostgreSQL makes in CreateLockFile.
function isTakenForRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
