import { migrate, readMigrations } from '#kernel/db/migrate.ts';

import { createApp } from './app.ts';
import { OperatorError } from './cli/explain.ts';
import type { Terminal } from './cli/terminal.ts';
import { migrationSources } from './migrations.ts';
import { type Opened, openFoundation } from './open.ts';
import { prepareCentre } from './prepare-centre.ts';
import { refuseDemonstration } from './refuse-demonstration.ts';
import { buildWeb } from './web-build.ts';

export interface RunningServer {
  readonly url: string;
  /** Stops taking requests, lets running ones end, then closes the database. */
  stop(): Promise<void>;
}

/** Everything from nothing to an answering server, each step said on the terminal. */
export async function startServer(terminal: Terminal): Promise<RunningServer> {
  const opened = await terminal.step('打开数据库', 'Opening the database', () => openFoundation());
  try {
    return await serveOn(opened, terminal);
  } catch (error) {
    await opened.close().catch(() => undefined);
    throw error;
  }
}

async function serveOn(opened: Opened, terminal: Terminal): Promise<RunningServer> {
  const { foundation } = opened;
  const { config, database } = foundation;
  await terminal.step('更新数据库结构', 'Bringing the database up to date', async () =>
    migrate(database, await readMigrations(migrationSources)),
  );
  await refuseDemonstration(foundation);
  const app = await createApp(foundation);
  const welcome = await prepareCentre(foundation, app.running, terminal);
  await terminal.step('构建页面', 'Building the pages', () => buildWeb());
  await app.listen().catch((error: unknown) => {
    throw new OperatorError(
      `无法在 ${config.http.host}:${config.http.port} 上监听，请换一个端口（PORT=…）或关闭占用它的程序。`,
      `Cannot listen on ${config.http.host}:${config.http.port}: choose another PORT or stop the program that holds it.`,
      error,
    );
  });
  welcome();
  return {
    url: config.http.publicUrl,
    stop: async () => {
      await app.close();
      await opened.close();
    },
  };
}
