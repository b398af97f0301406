import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { openDatabase } from '#kernel/db/database.ts';
import { startEmbedded } from '#kernel/db/embedded/index.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { migrationSources } from '#server/migrations.ts';

/** One PostgreSQL for all test files, with a migrated template from which each file gets a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-test-'));
  const server = await startEmbedded({
    dataDir: join(dataDir, 'postgres'),
    settings: { fsync: 'off' },
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
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; database: string; password?: string };
  }
}
