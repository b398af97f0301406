import { readFileSync, readdirSync, statSync } from 'node:fs';
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

export interface ProcessState {
  readonly pid: number;
  readonly parentPid: number;
  readonly state: string;
  readonly startTicks: string;
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

/**
 * The name that the server of `directory` shows in the command line of each of its processes. Made from the folder's
 * inode, so that it stays when the folder is moved and differs for a copy.
 */
export function toServerName(directory: string): string {
  const { dev, ino } = statSync(directory, { bigint: true });
  return `onewindow-${dev.toString(36)}-${ino.toString(36)}`;
}

/**
 * The living process `pid` if it is one of the server called `name`. Judged by the command line: in a container root
 * may not look at another account's working directory or program, but every command line is open to read.
 */
export function findServerProcess(pid: number, name: string): ProcessState | undefined {
  const found = findProcess(pid);
  if (found === undefined || isZombie(found)) return undefined;
  const words = readCommandLine(pid);
  const isPostmaster =
    basename(words[0] ?? '') === 'postgres' && words.includes(`cluster_name=${name}`);
  // What the server starts shows a title instead: postgres: <name>: checkpointer
  return isPostmaster || words[0]?.startsWith(`postgres: ${name}: `) === true ? found : undefined;
}

/** Every living process of the server called `name`: the postmaster and what it started. */
export function listServerProcesses(name: string): ProcessState[] {
  return listPids()
    .map((pid) => findServerProcess(pid, name))
    .filter((found) => found !== undefined);
}

/** Every living process that has `word` among the words of its command line. */
export function listProcessesNaming(word: string): number[] {
  return listPids().filter((pid) => readCommandLine(pid).includes(word));
}

/** The processes that `pid` started, and those that they started. */
export function listDescendants(pid: number): number[] {
  const children = listPids().filter((other) => findProcess(other)?.parentPid === pid);
  return children.flatMap((child) => [child, ...listDescendants(child)]);
}

/** Sends a signal; a process that is gone already is not an error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function listPids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function readCommandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
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
