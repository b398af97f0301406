import { existsSync, mkdirSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Client } from 'pg';

import { listCentres } from '../centre/centre.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { EmbeddedServer } from '../db/embedded/index.ts';
import { withLock } from '../db/embedded/lock.ts';
import { BackupError } from './backup-error.ts';
import { listClusterFiles, packFiles, totalBytes } from './cluster-files.ts';
import { packDataFiles } from './data-files.ts';
import { flush, writeDurably } from './durable-file.ts';
import { type BackupManifest, type KeptBackup, MANIFEST, type Part } from './manifest.ts';
import { type Mark, takeMark } from './mark.ts';
import { checkPacked, packInto } from './packed.ts';
import { byteStage, type Progress, silent, toMebibytes } from './progress.ts';
import { rotateBackups } from './rotate.ts';
import { firstSegmentOf, listSegments, waitForSegment } from './segments.ts';
import { digestTables, PLAIN_TEXT } from './table-digests.ts';

export interface BackupDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly embedded: EmbeddedServer;
  /** Holds the stored files beside the database. */
  readonly dataDir: string;
  /** Version of this software. */
  readonly software: string;
  /** Stored files lie in an object store. */
  readonly filesElsewhere: boolean;
}

export interface BackupOptions {
  /** Where backups are kept, each in a folder of its own. */
  readonly folder: string;
  /** How many are kept; older ones are removed. All of them unless told. */
  readonly keep?: number | undefined;
  readonly progress?: Progress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Copies the database and the stored files while the application goes on, reads everything that was written
 * again and compares the hashes. One backup at a time for each folder. What fails leaves nothing behind.
 */
export async function makeBackup(deps: BackupDeps, options: BackupOptions): Promise<KeptBackup> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  return withLock(join(options.folder, '.lock'), { timeoutMs: 10_000 }, async () => {
    const name = `onewindow-${stampOf(deps.clock.now())}`;
    const draft = join(options.folder, `${name}.part`);
    const folder = join(options.folder, name);
    if (existsSync(folder)) throw tooSoon(folder);
    await removeUnfinished(options.folder);
    mkdirSync(draft, { mode: 0o700 });
    try {
      const manifest = await writeBackup(deps, options, draft, name);
      await writeDurably(join(draft, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
      await rename(draft, folder);
      await flush(options.folder);
      if (options.keep !== undefined)
        await rotateBackups(options.folder, options.keep, deps.embedded.archiveDir);
      return { folder, manifest, rehearsal: undefined };
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      throw error;
    }
  });
}

/** `20260120T020000Z` */
const stampOf = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^onewindow-\d{8}T\d{6}Z\.part$/.test(name))
      await rm(join(folder, name), { recursive: true, force: true });
}

async function writeBackup(
  deps: BackupDeps,
  options: BackupOptions,
  draft: string,
  name: string,
): Promise<BackupManifest> {
  const { database, clock, embedded } = deps;
  const { progress = silent } = options;
  const startedAt = clock.now().toISOString();
  const session = await database.connectAlone();
  try {
    await session.query(PLAIN_TEXT);
    await session.query('SELECT pg_backup_start($1, true)', [name]);
    const cluster = await copyCluster(embedded.clusterDir, join(draft, 'cluster.tar.zst'), options);
    const label = await stopBackup(session);
    const mark = await takeMark(database);
    try {
      const lastSegment = await finishSegment(session, mark, embedded.archiveDir);
      const firstSegment = firstSegmentOf(label);
      const wal = await copyWal(
        embedded.archiveDir,
        { label, firstSegment, lastSegment },
        join(draft, 'wal.tar.zst'),
      );
      const files = await packDataFiles(deps.dataDir, join(draft, 'files.tar.zst'), progress, {
        signal: options.signal,
      });
      const tables = await digestTables(mark.session, progress);
      await checkParts(draft, [cluster, wal, files.part], progress);
      return {
        format: 'onewindow-backup-1',
        name,
        startedAt,
        finishedAt: clock.now().toISOString(),
        software: deps.software,
        postgres: embedded.version,
        systemIdentifier: await readSystemIdentifier(session),
        centres: await nameCentres(database),
        firstSegment,
        lastSegment,
        markedLsn: mark.lsn,
        archiveFolder: embedded.archiveDir,
        cluster,
        wal,
        files: files.part,
        holdsSecrets: files.holdsSecrets,
        filesElsewhere: deps.filesElsewhere,
        tables,
      };
    } finally {
      await mark.session.end();
    }
  } finally {
    // A copy that was cut short ends with its session.
    await session.end();
  }
}

async function copyCluster(cluster: string, path: string, options: BackupOptions): Promise<Part> {
  const files = await listClusterFiles(cluster);
  if (files.some(({ name }) => name.startsWith('pg_tblspc/'))) throw hasTablespaces();
  const { progress = silent, signal } = options;
  const total = toMebibytes(totalBytes(files));
  const stage = byteStage(progress.stage('复制数据库 (MiB)', 'Copying the database (MiB)', total));
  const part = await packInto(path, (packing) => packFiles(packing, cluster, files), {
    signal,
    onBytes: (by) => stage.advance(by),
  });
  stage.done();
  return part;
}

/** Ends the copy; resolves when the server has archived what the copy needs. Gives its label. */
async function stopBackup(session: Client): Promise<string> {
  await session.query(`SET statement_timeout = '300s'`);
  const { rows } = await session
    .query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(true)')
    .catch((error: unknown) => {
      throw new BackupError(
        '数据库没有完成日志归档，备份无法结束。请检查数据目录所在磁盘是否已满。',
        'The database did not finish archiving its log, so the backup cannot end. Check that the disk of the data folder is not full.',
        error,
      );
    });
  await session.query('SET statement_timeout = 0');
  return rows[0]?.labelfile ?? '';
}

/** Closes the segment that holds the mark, and waits until it is in the archive. */
async function finishSegment(session: Client, mark: Mark, archive: string): Promise<string> {
  // A restore stops before the first record at or after the mark, so there must be one.
  await session.query('SELECT pg_create_restore_point($1)', [`mark ${mark.lsn}`]);
  const { rows } = await session.query<{ segment: string }>(
    'SELECT pg_walfile_name(pg_switch_wal()) AS segment',
  );
  const segment = rows[0]?.segment ?? '';
  await waitForSegment(archive, segment);
  return segment;
}

async function copyWal(
  archive: string,
  { label, firstSegment, lastSegment }: Record<'label' | 'firstSegment' | 'lastSegment', string>,
  path: string,
): Promise<Part> {
  const needed = (await listSegments(archive)).filter(
    (name) => name.endsWith('.history') || (name >= firstSegment && name <= lastSegment),
  );
  return packInto(path, async (packing) => {
    await packing.text('backup_label', label);
    for (const name of needed) await packing.file(join(archive, name), `wal/${name}`);
  });
}

async function checkParts(
  folder: string,
  parts: readonly Part[],
  progress: Progress,
): Promise<void> {
  const total = toMebibytes(parts.reduce((sum, part) => sum + part.contentBytes, 0));
  const stage = byteStage(
    progress.stage('重读核对 (MiB)', 'Reading it again to compare (MiB)', total),
  );
  for (const part of parts) await checkPacked(folder, part, (by) => stage.advance(by));
  stage.done();
}

async function readSystemIdentifier(session: Client): Promise<string> {
  const { rows } = await session.query<{ id: string }>(
    'SELECT system_identifier::text AS id FROM pg_control_system()',
  );
  return rows[0]?.id ?? '';
}

/** The centres of an installation; none while its tables are not there. */
export async function nameCentres(database: Database) {
  const { rows } = await database.pool.query<{ known: boolean }>(
    `SELECT to_regclass('kernel.centre') IS NOT NULL AS known`,
  );
  if (rows[0]?.known !== true) return [];
  const centres = await listCentres(database.db);
  return centres.map(({ centreId, nameZh, nameEn }) => ({ centreId, nameZh, nameEn }));
}

const tooSoon = (folder: string) =>
  new BackupError(
    `“${folder}”已经存在，请一秒后再试。`,
    `"${folder}" exists already; try again in a second.`,
  );

const hasTablespaces = () =>
  new BackupError(
    '数据库使用了表空间，内置备份不支持，请使用 onewindow export。',
    'The database uses tablespaces, which this backup does not copy; use onewindow export.',
  );
