import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';

import { type Binaries, prepareBinaries } from './binaries.ts';
import { type Connection, ensureDatabase, toUrl } from './database.ts';
import { fromFileError } from './errors.ts';
import { chooseIdentity, type ServerIdentity } from './identity.ts';
import { adoptOwnership, hasCluster, initialiseCluster, SUPERUSER } from './initdb.ts';
import { type Layout, prepareLayout, prepareServerFolders, prepareSocketFolder } from './layout.ts';
import { withLock } from './lock.ts';
import { clearRemains, findPostmaster, type Postmaster, toSocketFolder } from './postmaster-pid.ts';
import {
  launchPostmaster,
  shutDownPostmaster,
  waitForReady,
  wasKilled,
  writeServerFile,
} from './postmaster.ts';
import { renderAccess, renderSettings } from './settings.ts';
import { type OnStep, type Step, toStep } from './steps.ts';
import { countUsers, registerUser, unregisterUser } from './users.ts';

export interface EmbeddedOptions {
  /** The folder that holds everything of this server; created when missing. */
  readonly dataDir: string;
  readonly onStep?: (step: Step) => void;
  /** Overrides of PostgreSQL settings. Applied by whoever starts the server, not by those who join it. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Keep finished WAL segments in `archiveDir`, for backups to a point in time. */
  readonly archive?: boolean;
  /** How long recovery, or another process that is starting the server, may take. 120 s unless told. */
  readonly timeoutMs?: number;
}

export interface EmbeddedServer {
  /** For the application: owns its database, may create others, is no superuser. */
  readonly connection: Connection;
  /** The server's owner, for restores and tests only. */
  readonly superuser: Connection;
  /** `connection` as one string, for pg and libpq alike. */
  readonly url: string;
  readonly pid: number;
  /** True when the server was running already. */
  readonly adopted: boolean;
  /** PostgreSQL's version, e.g. `18.4`. */
  readonly version: string;
  readonly binDir: string;
  readonly dataDir: string;
  /** PostgreSQL's own data directory, what a physical backup copies. */
  readonly clusterDir: string;
  /** Where finished WAL segments go when `archive` is set. */
  readonly archiveDir: string;
  readonly logDir: string;
  /** Ends this use of the server; the last living user shuts it down. May be called again. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 120_000;

/**
 * Starts the embedded PostgreSQL of `dataDir`, or joins the one that runs there: after a crash of its last user, or
 * because another process uses it. Resolves when it answers queries. Throws EmbeddedError with a sentence for people.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    return await start(options);
  } catch (error) {
    throw fromFileError(error, options.dataDir);
  }
}

interface Start {
  readonly options: EmbeddedOptions;
  readonly layout: Layout;
  readonly identity: ServerIdentity;
  readonly binaries: Binaries;
  readonly socketFolder: string;
  readonly settings: string;
  readonly timeoutMs: number;
  readonly onStep: OnStep;
}

async function start(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const layout = prepareLayout(options.dataDir);
  const timeoutMs = options.timeoutMs ?? PATIENCE_MS;
  const onStep: OnStep = (step) => options.onStep?.(step);
  return withLock(layout.lock, { timeoutMs, onWait: () => onStep(toStep('wait')) }, async () => {
    const identity = chooseIdentity(layout.cluster);
    prepareServerFolders(layout, identity);
    const binaries = await prepareBinaries(layout, identity, onStep);
    const socketFolder = prepareSocketFolder(layout, identity);
    const settings = renderSettings({
      // Relative, so that the account need not be able to enter the folders above.
      socketFolder: socketFolder === layout.socket ? '../socket' : socketFolder,
      archive: options.archive === true,
      memoryBytes: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
      overrides: options.settings ?? {},
    });
    const given: Start = {
      options,
      layout,
      identity,
      binaries,
      socketFolder,
      settings,
      timeoutMs,
      onStep,
    };
    const adopted = await adopt(given);
    const postmaster = adopted ?? (await launch(given));
    const folder = toSocketFolder(layout.cluster, postmaster.note);
    const connection = await ensureDatabase(folder, postmaster.note.port, onStep);
    return toServer(given, postmaster, connection, adopted !== undefined);
  });
}

/** The server that runs already, if it is one to go on with. */
async function adopt(given: Start): Promise<Postmaster | undefined> {
  const { layout } = given;
  if (findPostmaster(layout.cluster) === undefined) return undefined;
  given.onStep(toStep('adopt'));
  const running = await waitForReady(layout, given.timeoutMs);
  if (running === undefined) return undefined;
  if (countUsers(layout.users) > 0 || isCurrent(given, running)) return running;
  // Nobody uses it, and it runs with other settings or a replaced program.
  await shutDownPostmaster(layout, running.process.pid);
  return undefined;
}

async function launch(given: Start): Promise<Postmaster> {
  const { layout, identity, binaries, onStep } = given;
  if (hasCluster(layout.cluster, binaries.major)) {
    adoptOwnership(layout.cluster, identity);
    await clearRemains(layout.cluster);
  } else {
    await initialiseCluster(layout, binaries, identity, onStep);
  }
  writeServerFile(layout, identity, 'postgresql.conf', given.settings);
  writeServerFile(layout, identity, 'pg_hba.conf', renderAccess());
  onStep(toStep(wasKilled(layout) ? 'recover' : 'start'));
  return launchPostmaster(layout, binaries, identity, given.timeoutMs);
}

function isCurrent(given: Start, running: Postmaster): boolean {
  const settings = readFileSync(join(given.layout.cluster, 'postgresql.conf'), 'utf8');
  return settings === given.settings && running.process.executable === given.binaries.postgres;
}

function toServer(
  given: Start,
  postmaster: Postmaster,
  connection: Connection,
  adopted: boolean,
): EmbeddedServer {
  const { layout, binaries, timeoutMs } = given;
  const note = registerUser(layout.users);
  let stopped: Promise<void> | undefined;
  return {
    connection,
    superuser: { ...connection, user: SUPERUSER },
    url: toUrl(connection),
    pid: postmaster.process.pid,
    adopted,
    version: binaries.version,
    binDir: binaries.binDir,
    dataDir: layout.home,
    clusterDir: layout.cluster,
    archiveDir: layout.archive,
    logDir: join(layout.cluster, 'log'),
    stop: () => (stopped ??= stop(layout, note, timeoutMs)),
  };
}

async function stop(layout: Layout, note: string, timeoutMs: number): Promise<void> {
  await withLock(layout.lock, { timeoutMs }, async () => {
    unregisterUser(note);
    if (countUsers(layout.users) > 0) return;
    const running = findPostmaster(layout.cluster);
    if (running !== undefined) await shutDownPostmaster(layout, running.process.pid);
  });
}
