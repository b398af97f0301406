import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  fsyncSync,
  lchownSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  existsSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

import { type Binaries, SERVER_ENVIRONMENT } from './binaries.ts';
import { damaged, EmbeddedError, errnoOf, fromServerOutput, notACluster } from './errors.ts';
import { chooseInitialiser, type ServerIdentity, toSpawnIdentity } from './identity.ts';
import type { Layout } from './layout.ts';
import { listDescendants, listProcessesNaming, sendSignal, waitForEnd } from './processes.ts';
import { type OnStep, toStep } from './steps.ts';

/** The account that owns the server itself. The application works as another, with fewer rights. */
export const SUPERUSER = 'postgres';

// The character type decides what pg_trgm takes for a letter: under C it sees none in Chinese text.
const INITDB_OPTIONS = [
  `--username=${SUPERUSER}`,
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
  '--encoding=UTF8',
  '--data-checksums',
  '--auth-local=trust',
  '--auth-host=reject',
  '--sync-method=syncfs',
  '--no-instructions',
];

const run = promisify(execFile);

/** Whether the data directory is one that these programs can start. Throws EmbeddedError when it holds anything else. */
export function hasCluster(cluster: string, major: string): boolean {
  const names = listNames(cluster);
  if (names === undefined || names.length === 0) return false;
  const version = readVersion(cluster);
  if (version === undefined) {
    throw existsSync(join(cluster, 'global'))
      ? damaged(cluster, 'PG_VERSION is missing')
      : notACluster(cluster);
  }
  if (!/^\d{1,3}$/.test(version))
    throw damaged(cluster, `PG_VERSION says ${JSON.stringify(version.slice(0, 40))}`);
  if (version !== major) throw otherVersion(cluster, version, major);
  if (
    (statSync(join(cluster, 'global', 'pg_control'), { throwIfNoEntry: false })?.size ?? 0) === 0
  ) {
    throw damaged(cluster, 'global/pg_control is missing or empty');
  }
  return true;
}

/** Creates the data directory. It appears under its name only when it is complete; what a crash left is removed first. */
export async function initialiseCluster(
  layout: Layout,
  binaries: Binaries,
  identity: ServerIdentity,
  onStep: OnStep,
): Promise<void> {
  await removeHalfFinished(layout);
  onStep(toStep('initialise'));
  const initialiser = chooseInitialiser(identity);
  const draft = mkdtempSync(`${layout.cluster}.new-`);
  try {
    if (initialiser.switches) chownSync(draft, initialiser.uid, initialiser.gid);
    // Named by its working directory: the account may be unable to enter the folders above.
    // The mark lets a later start find and end it if this process is killed.
    const mark = toMark(draft);
    await run(binaries.initdb, ['-D', '/proc/self/cwd', ...INITDB_OPTIONS, mark], {
      ...toSpawnIdentity(initialiser),
      cwd: draft,
      env: SERVER_ENVIRONMENT,
    });
    if (identity.switches) giveTo(draft, identity);
    chmodSync(draft, 0o700);
    // An empty folder of that name may be there; rename replaces it only if it is empty.
    renameSync(draft, layout.cluster);
    syncFolder(layout.home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const output = toOutput(error);
    throw output === undefined ? error : fromServerOutput(output, layout.home, 'initialise-failed');
  }
}

/** Gives data that root copied here, such as a restored backup, to the server's account. */
export function adoptOwnership(cluster: string, identity: ServerIdentity): void {
  if (identity.switches && statSync(cluster).uid !== identity.uid) giveTo(cluster, identity);
  chmodSync(cluster, 0o700);
}

async function removeHalfFinished(layout: Layout): Promise<void> {
  const prefix = `${basename(layout.cluster)}.new-`;
  for (const name of readdirSync(layout.home).filter((found) => found.startsWith(prefix))) {
    const draft = join(layout.home, name);
    for (const pid of listProcessesNaming(toMark(draft))) await endWithDescendants(pid);
    rmSync(draft, { recursive: true, force: true });
  }
  try {
    rmdirSync(layout.cluster);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

// What it started would write on while its folder is removed; standing still, it starts nothing new.
async function endWithDescendants(pid: number): Promise<void> {
  sendSignal(pid, 'SIGSTOP');
  const pids = [pid, ...listDescendants(pid)];
  for (const each of pids) sendSignal(each, 'SIGKILL');
  await Promise.all(pids.map((each) => waitForEnd(each, 5_000)));
}

// A setting that the start replaces anyway.
function toMark(draft: string): string {
  return `--set=cluster_name=${basename(draft)}`;
}

// Children first, so that the top changes hands last: a crash in between is seen by its owner.
function giveTo(directory: string, identity: ServerIdentity): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) giveTo(path, identity);
    else lchownSync(path, identity.uid, identity.gid);
  }
  lchownSync(directory, identity.uid, identity.gid);
}

function syncFolder(directory: string): void {
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function listNames(directory: string): string[] | undefined {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function readVersion(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function toOutput(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('stderr' in error) || !('stdout' in error)) return undefined;
  return `${String(error.stdout)}\n${String(error.stderr)}`.trim();
}

function otherVersion(cluster: string, version: string, major: string): EmbeddedError {
  return new EmbeddedError('other-version', {
    zh: `“${cluster}”是 PostgreSQL ${version} 的数据，本程序内置 PostgreSQL ${major}。请用原来的版本导出数据，再导入到新目录。`,
    en: `"${cluster}" was written by PostgreSQL ${version}; this program brings PostgreSQL ${major}. Export the data with the earlier release and import it into a new folder.`,
  });
}
