import { migrate, readMigrations } from '#kernel/db/migrate.ts';

import { createApp } from './app.ts';
import { createBackground } from './background.ts';
import { beginAnswering } from './begin-answering.ts';
import type { Terminal } from './cli/terminal.ts';
import { migrationsFor } from './migrations.ts';
import { mountStandins } from './mount-standins.ts';
import { type Opened, openFoundation, type OpenOptions } from './open.ts';
import { prepareCentre } from './prepare-centre.ts';
import { refuseDemonstration } from './refuse-demonstration.ts';
import { buildWeb } from './web-build.ts';
import { serveWeb } from './web.ts';
import { sayWelcome } from './welcome.ts';

export interface RunningServer {
  readonly url: string;
  /** Stops taking requests, lets running ones end, then closes the database. */
  stop(): Promise<void>;
}

/** Everything from nothing to an answering server, each step said on the terminal. */
export async function startServer(
  terminal: Terminal,
  options: OpenOptions = {},
): Promise<RunningServer> {
  const opened = await terminal.step('打开数据库', 'Opening the database', () =>
    openFoundation(options),
  );
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
    migrate(database, await readMigrations(migrationsFor(config.mode))),
  );
  const app = await createApp(foundation);
  await refuseDemonstration(foundation, app.running.access);
  const accounts = await prepareCentre(foundation, app.running, terminal);
  await terminal.step('构建页面', 'Building the pages', () => buildWeb());
  await serveWeb(app.http);
  await mountStandins(app.http, foundation);
  const background = createBackground(foundation, app.running);
  const stop = await beginAnswering(app, background, config);
  sayWelcome(terminal, config.http.publicUrl, accounts);
  return {
    url: config.http.publicUrl,
    stop: async () => {
      await stop();
      await opened.close();
    },
  };
}
