import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';

import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import type { Clock } from '../../clock/clock.ts';
import { Sm3Meter } from '../../crypto/sm3.ts';
import type { Database } from '../../db/database.ts';
import { BackupError } from '../backup-error.ts';
import { packDataFiles } from '../data-files.ts';
import { flush, writeDurably } from '../durable-file.ts';
import { nameCentres } from '../make-backup.ts';
import { type Progress, silent } from '../progress.ts';
import { digestRows, listTables, PLAIN_TEXT, type Table } from '../table-digests.ts';
import type { ExportedTable, ExportManifest } from './manifest.ts';
import { rankedRows, rankTransactions } from './ranks.ts';

export interface ExportDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly software: string;
}

/** Kept by the migrations themselves; the manifest lists what it says. */
export const isRecordOfMigrations = ({ schema, name }: Pick<Table, 'schema' | 'name'>): boolean =>
  schema === 'kernel' && name === 'migration';

/**
 * Writes every table, as one snapshot shows it, into files of COPY text that any PostgreSQL from 15 reads, with
 * the stored files beside them. The application goes on meanwhile.
 */
export async function exportData(
  deps: ExportDeps,
  folder: string,
  progress: Progress = silent,
): Promise<ExportManifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw notEmpty(folder);
  mkdirSync(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  const session = await deps.database.connectAlone();
  try {
    const data = await exportTables(session, folder, progress);
    const { part, holdsSecrets } = await packDataFiles(
      deps.dataDir,
      join(folder, 'files.tar.zst'),
      progress,
    );
    const manifest: ExportManifest = {
      format: 'onewindow-export-1',
      madeAt: deps.clock.now().toISOString(),
      software: deps.software,
      centres: await nameCentres(deps.database),
      ...data,
      files: part,
      holdsSecrets,
    };
    await writeDurably(
      join(folder, 'manifest.json'),
      `${JSON.stringify(manifest, undefined, 2)}\n`,
    );
    await flush(folder);
    return manifest;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await session.end();
  }
}

async function exportTables(session: Client, folder: string, progress: Progress) {
  await session.query(PLAIN_TEXT);
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  const { rows: versions } = await session.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  const migrations = await listApplied(session);
  const all = (await listTables(session)).filter((table) => !isRecordOfMigrations(table));
  const highestRank = await rankTransactions(session, all);
  const stage = progress.stage('导出各表', 'Exporting tables', all.length);
  const tables: ExportedTable[] = [];
  for (const table of all) {
    tables.push(await exportTable(session, table, join(folder, 'tables')));
    stage.advance(1);
  }
  stage.done();
  await session.query('COMMIT');
  return { postgres: versions[0]?.version ?? '', migrations, highestRank, tables };
}

async function exportTable(session: Client, table: Table, folder: string): Promise<ExportedTable> {
  const source = rankedRows(table);
  const digest = await digestRows(session, table, source);
  const columns = table.columns.map(({ name }) => name);
  const list = columns.map((name) => `r."${name}"`).join(', ');
  const path = join(folder, `${table.schema}.${table.name}.copy.zst`);
  const meter = new Sm3Meter();
  await pipeline(
    session.query(copyTo(`COPY (SELECT ${list} FROM (${source}) r) TO STDOUT`)),
    createZstdCompress(),
    meter,
    createWriteStream(path, { mode: 0o600, flush: true }),
  );
  return {
    ...digest,
    schema: table.schema,
    name: table.name,
    columns,
    file: basename(path),
    bytes: meter.bytes,
    sm3: meter.digest.toString('hex'),
  };
}

export async function listApplied(session: Client): Promise<ExportManifest['migrations']> {
  const { rows: known } = await session.query<{ known: boolean }>(
    `SELECT to_regclass('kernel.migration') IS NOT NULL AS known`,
  );
  if (known[0]?.known !== true) return [];
  const { rows } = await session.query<ExportManifest['migrations'][number]>(
    'SELECT part, name, hash FROM kernel.migration ORDER BY part, name',
  );
  return rows;
}

const notEmpty = (folder: string) =>
  new BackupError(
    `“${folder}”不是空目录，请换一个目录导出。`,
    `"${folder}" is not empty; export into another folder.`,
  );
