import { basename, resolve } from 'node:path';

import { exportData } from '#kernel/backup/logical/export-data.ts';
import { importData } from '#kernel/backup/logical/import-data.ts';
import { recordOperatorAct } from '#kernel/backup/record-operator-act.ts';
import { readMigrations } from '#kernel/db/migrate.ts';

import { backupDeps } from '../kernel-parts.ts';
import { migrationsFor } from '../migrations.ts';
import { openFoundation } from '../open.ts';
import { toProgress } from './progress.ts';
import { createTerminal } from './terminal.ts';

interface ExportOptions {
  readonly json: boolean;
}

/** Writes all data and stored files into an empty folder. */
export async function exportTo(path: string, { json }: ExportOptions): Promise<void> {
  const folder = resolve(path);
  const terminal = createTerminal(json);
  const opened = await openFoundation({ logFile: '/dev/null' });
  try {
    const deps = backupDeps(opened.foundation);
    const manifest = await exportData(deps, folder, toProgress(terminal));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    await recordOperatorAct(deps.database, deps.clock, {
      act: 'backup.exported',
      name: basename(folder),
      body: { folder, tables: manifest.tables.length, rows },
    });
    terminal.say(
      `  ✓ 已导出 ${manifest.tables.length} 张表、${rows} 行到 ${folder} / ${manifest.tables.length} tables and ${rows} rows exported`,
    );
    terminal.say(
      manifest.holdsSecrets
        ? '  ! 导出中含演示密钥（secrets.json）/ the demonstration’s secrets (secrets.json) are inside.'
        : '  ! 密钥不在导出中，请另行妥善保存 / secrets are not inside; keep them elsewhere.',
    );
    terminal.result({ folder, manifest });
  } finally {
    await opened.close();
  }
}

/** Reads an export into an empty database; nothing is kept when a table differs. */
export async function importFrom(path: string, { json }: ExportOptions): Promise<void> {
  const folder = resolve(path);
  const terminal = createTerminal(json);
  const opened = await openFoundation({ logFile: '/dev/null' });
  try {
    const { config, database } = opened.foundation;
    const migrations = await readMigrations(migrationsFor(config.mode));
    const deps = { database, dataDir: config.dataDir, migrations };
    const imported = await importData(deps, folder, toProgress(terminal));
    const { tables, rows, manifest } = imported;
    await recordOperatorAct(database, opened.foundation.clock, {
      act: 'backup.imported',
      name: basename(folder),
      body: { folder, tables, rows, madeAt: manifest.madeAt },
    });
    terminal.say(
      `  ✓ 已导入 ${tables} 张表、${rows} 行，与导出逐表一致 / ${tables} tables and ${rows} rows imported, each equal to the export`,
    );
    terminal.result({ tables, rows, from: manifest.postgres, madeAt: manifest.madeAt });
  } finally {
    await opened.close();
  }
}
