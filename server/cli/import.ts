import { resolve } from 'node:path';

import type { Command } from 'commander';

import { migrate, readMigrations } from '#kernel/db/migrate.ts';

import { loadCentre } from '../load-centre.ts';
import { migrationsFor } from '../migrations.ts';
import { createModules } from '../modules.ts';
import { openFoundation } from '../open.ts';
import { createTerminal } from './terminal.ts';

export function addImportCommand(program: Command): void {
  program
    .command('import <folder>')
    .description(
      '从目录载入中心（centre.json、manifest.json 和各表）/ load a centre from a folder of sheets',
    )
    .option('--centre <number>', '中心编号 / number of the centre', '1')
    .action(async (folder: string, options: { centre: string }) => {
      const terminal = createTerminal(program.opts<{ json: boolean }>().json);
      const opened = await openFoundation();
      const { foundation } = opened;
      try {
        await migrate(
          foundation.database,
          await readMigrations(migrationsFor(foundation.config.mode)),
        );
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
    });
}
