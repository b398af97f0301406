import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { openDatabase } from '#kernel/db/database.ts';
import { startEmbedded } from '#kernel/db/embedded/index.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { migrationSources } from '#server/migrations.ts';

import { stopInEveryCase } from './stop-in-every-case.ts';

/** One PostgreSQL for all test files, with a migrated template from which each file gets a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-test-'));
  const server = await startEmbedded({
    dataDir: join(dataDir, 'postgres'),
    settings: { fsync: 'off' },
  });
  const end = stopInEveryCase({
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    stopAtOnce: () => {
      process.kill(server.pid, 'SIGQUIT');
      waitUntilGone(join(server.clusterDir, 'postmaster.pid'));
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  });
  const first = openDatabase({ connection: server.connection, poolSize: 2 });
  await first.pool.query('CREATE DATABASE onewindow_template');
  await first.close();
  const migrated = openDatabase({
    connection: { ...server.connection, database: 'onewindow_template' },
    poolSize: 2,
  });
  await migrate(migrated, await readMigrations(migrationSources));
  await migrated.close();
  project.provide('postgres', server.connection);
  return end;
}

const PATIENCE_MS = 3000;

/** Without the event loop, which no longer turns while the process ends. */
function waitUntilGone(path: string): void {
  const until = performance.now() + PATIENCE_MS;
  const clock = new Int32Array(new SharedArrayBuffer(4));
  while (existsSync(path) && performance.now() < until) Atomics.wait(clock, 0, 0, 50);
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; database: string; password?: string };
  }
}
