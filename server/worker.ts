import { migrate, readMigrations } from '#kernel/db/migrate.ts';

import { createBackground } from './background.ts';
import type { Terminal } from './cli/terminal.ts';
import { migrationsFor } from './migrations.ts';
import { createModules } from './modules.ts';
import { openFoundation } from './open.ts';
import { refuseDemonstration } from './refuse-demonstration.ts';

/** Background work only, in a process of its own; any number of them may serve one database. */
export async function startWorker(terminal: Terminal): Promise<{ stop(): Promise<void> }> {
  const opened = await terminal.step('打开数据库', 'Opening the database', () => openFoundation());
  const { foundation } = opened;
  try {
    await terminal.step('更新数据库结构', 'Bringing the database up to date', async () =>
      migrate(foundation.database, await readMigrations(migrationsFor(foundation.config.mode))),
    );
    const running = createModules(foundation);
    await refuseDemonstration(foundation, running.access);
    const background = createBackground(foundation, running);
    background.start();
    terminal.say('  ✓ 后台任务已运行 Background work is running');
    return {
      stop: async () => {
        await background.stop();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close().catch(() => undefined);
    throw error;
  }
}
