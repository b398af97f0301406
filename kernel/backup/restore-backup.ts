import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock } from '../clock/clock.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { chooseIdentity } from '../db/embedded/identity.ts';
import { EmbeddedError, type EmbeddedServer, startEmbedded } from '../db/embedded/index.ts';
import { BackupError } from './backup-error.ts';
import { collectWal, copyMissing } from './collect-wal.ts';
import { type BackupManifest, readManifest } from './manifest.ts';
import { checkPacked, unpackInto } from './packed.ts';
import { byteStage, type Progress, silent, toMebibytes } from './progress.ts';
import { clearTarget, POSTGRES } from './restore-target.ts';

/** How far a restore goes. */
export type RestoreTarget =
  /** Everything that the WAL at hand holds. */
  | { readonly kind: 'latest' }
  /** What was committed until then, that moment included. */
  | { readonly kind: 'time'; readonly at: Date }
  /** Exactly what the manifest's table digests were taken of. */
  | { readonly kind: 'mark' };

export interface RestoreOptions {
  /** The folder of one backup. */
  readonly backup: string;
  readonly dataDir: string;
  readonly target: RestoreTarget;
  /** Moves data that is there aside instead of refusing. */
  readonly force: boolean;
  /** More folders with archived WAL, for a restore to a moment after the backup. */
  readonly archives?: readonly string[] | undefined;
  readonly clock: Clock;
  readonly progress?: Progress | undefined;
  /** Settings of the server while it recovers. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

export interface Restored<T> {
  readonly manifest: BackupManifest;
  /** Time of the last act that is in the restored data; null when nothing was replayed. */
  readonly lastActAt: Date | null;
  /** The WAL at hand ended before the moment asked for; everything in it was restored. */
  readonly isBeforeTarget: boolean;
  /** Where the data that was there has been moved. */
  readonly movedTo: string | undefined;
  readonly inspected: T;
}

const PATIENCE_MS = 6 * 3_600_000;

/**
 * Checks a backup, unpacks it into `dataDir`, replays the WAL up to the target and promotes the server; then lets
 * `inspect` look at the data and stops it again. Nothing is changed before the backup has been read to its end.
 */
export async function restoreBackup<T>(
  options: RestoreOptions,
  inspect: (database: Database) => Promise<T>,
): Promise<Restored<T>> {
  const manifest = await readManifest(options.backup);
  refuseTarget(manifest, options);
  await checkWhole(manifest, options);
  const movedTo = await clearTarget(options.dataDir, options.force, options.clock);
  const home = join(options.dataDir, POSTGRES);
  await unpackCluster(manifest, options, movedTo);
  await unpackInto(options.backup, manifest.files, options.dataDir);
  if (movedTo !== undefined)
    await copyMissing(join(movedTo, 'files'), join(options.dataDir, 'files'));
  const { server, isBeforeTarget } = await recover(manifest, options, home);
  const database = openDatabase({ connection: server.connection, poolSize: 4 });
  try {
    const lastActAt = await findLastAct(database);
    const inspected = await inspect(database);
    return { manifest, lastActAt, isBeforeTarget, movedTo, inspected };
  } finally {
    await database.close();
    await server.stop();
    await rm(join(home, WAL_FOLDER), { recursive: true, force: true });
  }
}

const WAL_FOLDER = 'restore-wal';

function refuseTarget(manifest: BackupManifest, { target }: RestoreOptions): void {
  if (target.kind !== 'time' || target.at >= new Date(manifest.finishedAt)) return;
  throw new BackupError(
    `这份备份最早只能恢复到 ${manifest.finishedAt}，请选择更早的备份。`,
    `This backup can be restored to ${manifest.finishedAt} at the earliest; choose an older one.`,
  );
}

async function checkWhole(manifest: BackupManifest, options: RestoreOptions): Promise<void> {
  const parts = [manifest.cluster, manifest.wal, manifest.files];
  const total = toMebibytes(parts.reduce((sum, part) => sum + part.contentBytes, 0));
  const { progress = silent } = options;
  const stage = byteStage(progress.stage('核对备份 (MiB)', 'Checking the backup (MiB)', total));
  for (const part of parts)
    await checkPacked(options.backup, part, (bytes) => stage.advance(bytes));
  stage.done();
}

/** The folder gets its name when everything is in it: a restore that was cut off leaves nothing that could start. */
async function unpackCluster(
  manifest: BackupManifest,
  options: RestoreOptions,
  movedTo: string | undefined,
): Promise<void> {
  const { backup, dataDir, progress = silent } = options;
  const draft = join(dataDir, `${POSTGRES}.restoring`);
  await rm(draft, { recursive: true, force: true });
  const cluster = join(draft, 'cluster');
  const total = toMebibytes(manifest.cluster.contentBytes);
  const stage = byteStage(progress.stage('解包 (MiB)', 'Unpacking (MiB)', total));
  await unpackInto(backup, manifest.cluster, cluster, (bytes) => stage.advance(bytes));
  stage.done();
  const unpacked = join(draft, 'unpacked');
  await unpackInto(backup, manifest.wal, unpacked);
  await rename(join(unpacked, 'backup_label'), join(cluster, 'backup_label'));
  await mkdir(join(cluster, 'pg_wal'), { recursive: true, mode: 0o700 });
  await writeFile(join(cluster, 'recovery.signal'), '');
  const wal = join(draft, WAL_FOLDER);
  await rename(join(unpacked, 'wal'), wal);
  await rm(unpacked, { recursive: true });
  if (options.target.kind !== 'mark')
    await collectWal(wal, listSources(manifest, options, movedTo), manifest.systemIdentifier);
  await giveToServer(wal, cluster);
  await rename(draft, join(dataDir, POSTGRES));
}

function listSources(
  manifest: BackupManifest,
  options: RestoreOptions,
  movedTo: string | undefined,
): string[] {
  const aside = movedTo === undefined ? [] : [join(movedTo, POSTGRES)];
  return [
    ...(options.archives ?? []),
    ...aside.flatMap((home) => [join(home, 'archive'), join(home, 'cluster', 'pg_wal')]),
    manifest.archiveFolder,
  ];
}

async function giveToServer(folder: string, cluster: string): Promise<void> {
  const identity = chooseIdentity(cluster);
  if (!identity.switches) return;
  for (const name of await readdir(folder))
    await chown(join(folder, name), identity.uid, identity.gid);
  await chown(folder, identity.uid, identity.gid);
}

interface Recovered {
  readonly server: EmbeddedServer;
  readonly isBeforeTarget: boolean;
}

async function recover(
  manifest: BackupManifest,
  options: RestoreOptions,
  home: string,
): Promise<Recovered> {
  const { progress = silent, target } = options;
  const stage = progress.stage('重放日志', 'Replaying the log', 1);
  const start = (settings: Record<string, string>) =>
    startEmbedded({
      dataDir: home,
      archive: target.kind !== 'mark',
      timeoutMs: PATIENCE_MS,
      settings: {
        ...options.settings,
        // Nobody may look before the target is reached.
        hot_standby: 'off',
        restore_command: `cp ../${WAL_FOLDER}/%f %p`,
        recovery_target_action: 'promote',
        ...settings,
      },
    });
  try {
    const server = await start(toSettings(manifest, target));
    return { server, isBeforeTarget: false };
  } catch (error) {
    if (target.kind === 'latest' || !isEndOfLog(error)) throw error;
    // Nothing was committed after the end of the log: all of it is what there was at that moment.
    return { server: await start({}), isBeforeTarget: true };
  } finally {
    stage.advance(1);
    stage.done();
  }
}

function toSettings(manifest: BackupManifest, target: RestoreTarget): Record<string, string> {
  // The server reads its settings before it knows zone names, `Z` included.
  if (target.kind === 'time')
    return { recovery_target_time: target.at.toISOString().replace('T', ' ').replace('Z', '+00') };
  if (target.kind === 'latest') return {};
  return { recovery_target_lsn: manifest.markedLsn, recovery_target_inclusive: 'off' };
}

const isEndOfLog = (error: unknown): boolean =>
  error instanceof EmbeddedError &&
  error.detail.includes('recovery ended before configured recovery target was reached');

async function findLastAct(database: Database): Promise<Date | null> {
  const { rows } = await database.pool.query<{ at: Date | null }>(
    'SELECT pg_last_xact_replay_timestamp() AS at',
  );
  return rows[0]?.at ?? null;
}
