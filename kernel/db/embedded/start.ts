import { rmSync } from 'node:fs';

import { adoptServer, launchServer, makePlan, type Plan } from './bring-up.ts';
import { type Connection, ensureDatabase, toUrl } from './database.ts';
import { fromFileError } from './errors.ts';
import { SUPERUSER } from './initdb.ts';
import { prepareLayout } from './layout.ts';
import { withLock } from './lock.ts';
import { toLogFolder } from './logs.ts';
import { findPostmaster, type Postmaster, toSocketFolder } from './postmaster-pid.ts';
import { shutDownPostmaster } from './postmaster.ts';
import { type Step, toStep } from './steps.ts';
import { superviseServer } from './supervise.ts';
import { countUsers, registerUser, unregisterUser } from './users.ts';

export interface EmbeddedOptions {
  /** The folder that holds everything of this server; created when missing. */
  readonly dataDir: string;
  readonly onStep?: (step: Step) => void;
  /** Overrides of PostgreSQL settings. Applied by whoever starts the server, not by those who join it. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Keep finished WAL segments in `archiveDir`, for backups to a point in time. */
  readonly archive?: boolean;
  /** Told when the server ended and could not be started again; that is tried again by itself. */
  readonly onDown?: (error: unknown) => void;
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
  /** The postmaster's; changes when it ended unexpectedly and was started again. */
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

async function start(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const layout = prepareLayout(options.dataDir);
  const timeoutMs = options.timeoutMs ?? PATIENCE_MS;
  const onStep = (step: Step): void => options.onStep?.(step);
  return withLock(layout.lock, { timeoutMs, onWait: () => onStep(toStep('wait')) }, async () => {
    const plan = await makePlan({
      layout,
      timeoutMs,
      onStep,
      archive: options.archive === true,
      overrides: options.settings ?? {},
    });
    const adopted = await adoptServer(plan);
    if (adopted !== undefined) return joinServer(options, plan, adopted, true);
    const launched = await launchServer(plan, true);
    try {
      return await joinServer(options, plan, launched, false);
    } catch (error) {
      // A start that failed leaves nothing running.
      await shutDownPostmaster(layout, launched.pid);
      throw error;
    }
  });
}

/** Becomes a user of a server that runs. */
async function joinServer(
  options: EmbeddedOptions,
  plan: Plan,
  postmaster: Postmaster,
  adopted: boolean,
): Promise<EmbeddedServer> {
  const { layout, binaries } = plan;
  const host = toSocketFolder(layout.cluster, postmaster.note);
  const connection = await ensureDatabase(host, postmaster.note.port, plan.onStep);
  const note = registerUser(layout.users);
  const supervision = superviseServer(plan, postmaster.pid, (error) =>
    options.onDown?.(fromFileError(error, layout.home)),
  );
  let stopped: Promise<void> | undefined;
  return {
    connection,
    superuser: { ...connection, user: SUPERUSER },
    url: toUrl(connection),
    get pid() {
      return supervision.getPid();
    },
    adopted,
    version: binaries.version,
    binDir: binaries.binDir,
    dataDir: layout.home,
    clusterDir: layout.cluster,
    archiveDir: layout.archive,
    logDir: toLogFolder(layout),
    stop() {
      supervision.end();
      stopped ??= leave(plan, note);
      return stopped;
    },
  };
}

/** Ends one use of the server, and the server with the last one. */
async function leave({ layout, socketFolder, timeoutMs }: Plan, note: string): Promise<void> {
  await withLock(layout.lock, { timeoutMs }, async () => {
    unregisterUser(note);
    if (countUsers(layout.users) > 0) return;
    const running = findPostmaster(layout.cluster);
    if (running !== undefined) await shutDownPostmaster(layout, running.pid);
    // A short folder among the temporary ones is made again at the next start.
    if (socketFolder !== layout.socket) rmSync(socketFolder, { recursive: true, force: true });
  });
}
