import type { Command } from 'commander';

import { migrate, readMigrations } from '#kernel/db/migrate.ts';

import { migrationsFor } from '../migrations.ts';
import { openFoundation } from '../open.ts';
import { createTerminal } from './terminal.ts';

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('更新数据库结构 / bring the database up to date')
    .action(async () => {
      const terminal = createTerminal(program.opts<{ json: boolean }>().json);
      const opened = await openFoundation();
      try {
        const applied = await migrate(
          opened.foundation.database,
          await readMigrations(migrationsFor(opened.foundation.config.mode)),
          (migration) => terminal.say(`  ${migration.part} ${migration.name}`),
        );
        terminal.say(`  ✓ ${applied} 项更新 / ${applied} migrations applied`);
        terminal.result({ applied });
      } finally {
        await opened.close();
      }
    });
}
