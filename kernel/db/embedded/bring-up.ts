import { readFileSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';

import { type Binaries, prepareBinaries } from './binaries.ts';
import { damaged } from './errors.ts';
import { chooseIdentity, type ServerIdentity } from './identity.ts';
import { adoptOwnership, hasCluster, initialiseCluster } from './initdb.ts';
import { type Layout, prepareServerFolders, prepareSocketFolder } from './layout.ts';
import { pruneLogs } from './logs.ts';
import { clearRemains, findNote, findPostmaster, type Postmaster } from './postmaster-pid.ts';
import {
  hasSocket,
  launchPostmaster,
  shutDownPostmaster,
  waitForReady,
  writeServerFile,
} from './postmaster.ts';
import { renderAccess, renderSettings } from './settings.ts';
import { type OnStep, toStep } from './steps.ts';
import { countUsers } from './users.ts';

/** Everything that a start of the server needs to know, decided once. */
export interface Plan {
  readonly layout: Layout;
  readonly identity: ServerIdentity;
  readonly binaries: Binaries;
  readonly socketFolder: string;
  readonly settings: string;
  readonly timeoutMs: number;
  readonly onStep: OnStep;
}

export interface PlanInput {
  readonly layout: Layout;
  readonly archive: boolean;
  readonly overrides: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly onStep: OnStep;
}

// Docker gives 64 MB, which one large parallel query exceeds.
const LEAST_SHARED_BYTES = 256 * 1024 * 1024;

/** Prepares folders, account, programs and settings. The caller holds the lock. */
export async function makePlan(input: PlanInput): Promise<Plan> {
  const { layout, timeoutMs, onStep } = input;
  const identity = chooseIdentity(layout.cluster);
  prepareServerFolders(layout, identity);
  const binaries = await prepareBinaries(layout, identity, onStep);
  const socketFolder = prepareSocketFolder(layout, identity);
  const settings = renderSettings({
    // Relative, so that the account need not be able to enter the folders above.
    socketFolder: socketFolder === layout.socket ? '../socket' : socketFolder,
    archive: input.archive,
    version: binaries.version,
    sharedMemory: chooseSharedMemory(),
    memoryBytes: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
    overrides: input.overrides,
  });
  return { layout, identity, binaries, socketFolder, settings, timeoutMs, onStep };
}

/** The server that runs already, if it is one to go on with. The caller holds the lock. */
export async function adoptServer(plan: Plan): Promise<Postmaster | undefined> {
  const { layout } = plan;
  if (findPostmaster(layout.cluster) === undefined) return undefined;
  plan.onStep(toStep('adopt'));
  const running = await waitForReady(layout, plan.timeoutMs);
  if (running === undefined) return undefined;
  const isCurrent = readFileSync(join(layout.cluster, 'postgresql.conf'), 'utf8') === plan.settings;
  if (hasSocket(layout, running) && (isCurrent || countUsers(layout.users) > 0)) return running;
  // Nobody can reach it; or nobody uses it, and it runs with other settings or as an earlier version.
  await shutDownPostmaster(layout, running.pid);
  return undefined;
}

/** Starts the server on the data that is there; on none, creates it if `mayInitialise`. The caller holds the lock. */
export async function launchServer(plan: Plan, mayInitialise: boolean): Promise<Postmaster> {
  const { layout, identity, binaries, onStep } = plan;
  const wasKilled = findNote(layout.cluster) !== undefined;
  if (hasCluster(layout.cluster, binaries.major)) {
    adoptOwnership(layout.cluster, identity);
    await clearRemains(layout.cluster, plan.socketFolder);
  } else {
    if (!mayInitialise) throw damaged(layout.cluster, 'The data directory disappeared.');
    await initialiseCluster(layout, binaries, identity, onStep);
  }
  pruneLogs(layout);
  writeServerFile(layout, identity, 'postgresql.conf', plan.settings);
  writeServerFile(layout, identity, 'pg_hba.conf', renderAccess());
  onStep(toStep(wasKilled ? 'recover' : 'start'));
  return launchPostmaster(layout, binaries, identity, plan.timeoutMs);
}

function chooseSharedMemory(): 'posix' | 'mmap' {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize >= LEAST_SHARED_BYTES ? 'posix' : 'mmap';
  } catch {
    return 'mmap';
  }
}
