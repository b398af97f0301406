import { resolve } from 'node:path';

import { migrate, readMigrations } from '#kernel/db/migrate.ts';

import { loadCentre } from '../load-centre.ts';
import { migrationsFor } from '../migrations.ts';
import { createModules } from '../modules.ts';
import { openFoundation } from '../open.ts';
import { createTerminal } from './terminal.ts';

interface ImportOptions {
  readonly centre: string;
  readonly json: boolean;
}

/** Loads a centre from a folder of sheets by the import that people use; may be repeated. */
export async function importCentre(folder: string, options: ImportOptions): Promise<void> {
  const terminal = createTerminal(options.json);
  const opened = await openFoundation();
  const { foundation } = opened;
  try {
    await migrate(foundation.database, await readMigrations(migrationsFor(foundation.config.mode)));
    const given = {
      folder: resolve(folder),
      centreId: Number(options.centre),
      isDemonstration: foundation.config.mode === 'demonstration',
    };
    const loaded = await loadCentre(foundation, createModules(foundation), given, terminal);
    terminal.table([
      ['表 sheet', '新增 created', '更新 updated', '未变 unchanged'],
      ...loaded.map((sheet) => [
        sheet.sheet,
        `${sheet.created}`,
        `${sheet.updated}`,
        `${sheet.unchanged}`,
      ]),
    ]);
    terminal.result({ loaded });
  } finally {
    await opened.close();
  }
}
