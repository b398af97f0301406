import { readFileSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * One run of one process. A pid alone is not enough: after a crash or a reboot the same number belongs to something else.
 * `startTicks` is field 22 of proc(5) stat, counted from the boot named by `boot`.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTicks: string;
  readonly boot: string;
}

interface ProcessState {
  readonly pid: number;
  readonly parentPid: number;
  readonly state: string;
  readonly startTicks: string;
}

/** A living process that executes PostgreSQL in a given folder. */
export interface ServerProcess extends ProcessState {
  readonly executable: string;
}

/** The calling process. */
export function getOwnIdentity(): ProcessIdentity {
  const own = findProcess(process.pid);
  if (own === undefined)
    throw new Error('This system has no /proc; the embedded database needs it');
  return { pid: own.pid, startTicks: own.startTicks, boot: readBoot() };
}

/** Whether that very process still runs. A zombie does not: it holds nothing and will never act again. */
export function isAlive(identity: ProcessIdentity): boolean {
  const found = findProcess(identity.pid);
  return (
    found !== undefined &&
    found.startTicks === identity.startTicks &&
    identity.boot === readBoot() &&
    !isZombie(found)
  );
}

/** Resolves true when `pid` has ended (or is only a zombie), false when it still runs after `timeoutMs`. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const first = findProcess(pid);
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = findProcess(pid);
    if (found === undefined || isZombie(found) || found.startTicks !== first?.startTicks)
      return true;
    if (performance.now() >= deadline) return false;
    await pause(15);
  }
}

/** The living process `pid` if it executes PostgreSQL with `directory` as its working directory. */
export function findServerProcess(pid: number, directory: string): ServerProcess | undefined {
  const found = findProcess(pid);
  if (found === undefined || isZombie(found)) return undefined;
  try {
    // Compared by device and inode: the folder may be known under several paths.
    const works = statSync(`/proc/${pid}/cwd`);
    const wanted = statSync(directory);
    if (works.dev !== wanted.dev || works.ino !== wanted.ino) return undefined;
    const executable = readlinkSync(`/proc/${pid}/exe`);
    return basename(executable.replace(/ \(deleted\)$/, '')) === 'postgres'
      ? { ...found, executable }
      : undefined;
  } catch {
    // It ended meanwhile, or belongs to a user whose processes this one may not look at: not ours either way.
    return undefined;
  }
}

/** Every living PostgreSQL process of `directory`: the postmaster and what it started. */
export function listServerProcesses(directory: string): ServerProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => findServerProcess(Number(name), directory))
    .filter((found) => found !== undefined);
}

/** Sends a signal; a process that is gone already is not an error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function findProcess(pid: number): ProcessState | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state = '', parentPid = ''] = fields;
    return { pid, state, parentPid: Number(parentPid), startTicks: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function isZombie(found: ProcessState): boolean {
  return found.state === 'Z' || found.state === 'X';
}

function readBoot(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}
