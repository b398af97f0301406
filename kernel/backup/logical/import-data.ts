import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';

import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { Sm3Meter } from '../../crypto/sm3.ts';
import type { Database } from '../../db/database.ts';
import { type Migration, migrate } from '../../db/migrate.ts';
import { BackupError } from '../backup-error.ts';
import { unpackInto } from '../packed.ts';
import { type Progress, silent } from '../progress.ts';
import { hasRoomForFiles } from '../restore-target.ts';
import { digestRows, listTables, PLAIN_TEXT, qualify, type Table } from '../table-digests.ts';
import { isRecordOfMigrations, listApplied } from './export-data.ts';
import { type ExportedTable, type ExportManifest, readExport } from './manifest.ts';
import { orderByReferences } from './order.ts';
import { passRanks } from './ranks.ts';

export interface ImportDeps {
  readonly database: Database;
  readonly dataDir: string;
  /** The migrations of this release. */
  readonly migrations: readonly Migration[];
}

export interface Imported {
  readonly manifest: ExportManifest;
  readonly tables: number;
  readonly rows: number;
}

/**
 * Reads an export into an empty database of any version from 15: brings it to the form that the export has,
 * copies all tables in one transaction, and compares rows and digests before that transaction is kept.
 */
export async function importData(
  deps: ImportDeps,
  folder: string,
  progress: Progress = silent,
): Promise<Imported> {
  const manifest = await readExport(folder);
  refuseOtherForm(manifest, deps.migrations);
  const session = await deps.database.connectAlone();
  try {
    await refuseFull(session);
    await migrate(deps.database, deps.migrations);
    await session.query(PLAIN_TEXT);
    await passRanks(session, manifest.highestRank);
    await session.query('BEGIN');
    await copyTables(session, manifest, folder, progress);
    await unpackFiles(deps, manifest, folder);
    await session.query('COMMIT');
    await session.query('ANALYZE');
  } finally {
    await session.end();
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { manifest, tables: manifest.tables.length, rows };
}

async function unpackFiles(
  { dataDir }: ImportDeps,
  manifest: ExportManifest,
  folder: string,
): Promise<void> {
  // The files of an upgrade in place are there already.
  if (await hasRoomForFiles(dataDir)) await unpackInto(folder, manifest.files, dataDir);
}

function refuseOtherForm(manifest: ExportManifest, migrations: readonly Migration[]): void {
  const toKeys = (list: ReadonlyArray<{ part: string; name: string; hash: string }>) =>
    list.map(({ part, name, hash }) => `${part}/${name} ${hash}`).toSorted();
  if (toKeys(manifest.migrations).join('\n') === toKeys(migrations).join('\n')) return;
  throw new BackupError(
    `导出由本软件的另一版本（${manifest.software}）或另一种运行方式生成，数据库结构不同。请用与导出相同的版本导入，再升级。`,
    `The export was made by another release (${manifest.software}) or in another mode: its tables have another form. Import it with that release, then upgrade.`,
  );
}

async function refuseFull(session: Client): Promise<void> {
  if ((await listApplied(session)).length === 0 && (await listTables(session)).length === 0) return;
  throw new BackupError(
    '目标数据库不是空的，未做任何改动。请换一个新建的数据库，或用 DATA_DIR 指定新目录。',
    'The database is not empty; nothing was changed. Use a new database, or a new folder by DATA_DIR.',
  );
}

async function copyTables(
  session: Client,
  manifest: ExportManifest,
  folder: string,
  progress: Progress,
): Promise<void> {
  const tables = (await listTables(session)).filter((table) => !isRecordOfMigrations(table));
  const byName = new Map(manifest.tables.map((table) => [table.table, table]));
  const ordered = await orderByReferences(session, tables);
  // Migrations may have written rows of their own, which are in the export too.
  await session.query(`TRUNCATE ${ordered.map(qualify).join(', ')}`);
  const stage = progress.stage('导入各表', 'Importing tables', ordered.length);
  for (const table of ordered) {
    const exported = byName.get(`${table.schema}.${table.name}`);
    if (exported === undefined) throw differs(`${table.schema}.${table.name}`);
    await copyTable(session, table, exported, join(folder, 'tables'));
    stage.advance(1);
  }
  stage.done();
}

async function copyTable(
  session: Client,
  table: Table,
  exported: ExportedTable,
  folder: string,
): Promise<void> {
  const columns = exported.columns.map((name) => `"${name}"`).join(', ');
  const meter = new Sm3Meter();
  await pipeline(
    createReadStream(join(folder, exported.file)),
    meter,
    createZstdDecompress(),
    session.query(copyFrom(`COPY ${qualify(table)} (${columns}) FROM STDIN`)),
  );
  const found = await digestRows(session, table, `SELECT * FROM ${qualify(table)}`);
  const isSame = found.rows === exported.rows && found.digest === exported.digest;
  if (!isSame || meter.digest.toString('hex') !== exported.sm3) throw differs(exported.table);
}

const differs = (table: string) =>
  new BackupError(
    `表 ${table} 导入后与导出的内容不一致，导入已全部撤销。请检查导出文件是否完整。`,
    `After the import the table ${table} differs from the export; everything was undone. Check that the export is complete.`,
  );
