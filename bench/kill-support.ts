import { join } from 'node:path';

import { ensureCentre } from '#kernel/centre/centre.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { type Database, openDatabase } from '#kernel/db/database.ts';
import { startEmbedded } from '#kernel/db/embedded/index.ts';
import { findPostmaster } from '#kernel/db/embedded/postmaster-pid.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { migrationSources } from '#server/migrations.ts';

import { BENCH_CENTRE } from './bench-database.ts';

/** What is killed, in turns: the program, its database server, or both at once. */
export const KINDS = ['node', 'postmaster', 'both'] as const;

/** Starts the server of this folder for as long as the work lasts. */
export async function withDatabase<T>(
  dataDir: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const server = await startEmbedded({ dataDir });
  const database = openDatabase({ connection: server.connection, poolSize: 4 });
  try {
    return await work(database);
  } finally {
    await database.close();
    await server.stop();
  }
}

/** All migrations, and centre 1. */
export async function prepareCentre(database: Database): Promise<void> {
  await migrate(database, await readMigrations(migrationSources));
  await database.transaction(async (tx) => ensureCentre(tx, BENCH_CENTRE, systemClock.now()));
}

/** Kills the database server of this folder, if it runs. */
export function killPostmaster(dataDir: string): void {
  const running = findPostmaster(join(dataDir, 'cluster'));
  if (running !== undefined) process.kill(running.pid, 'SIGKILL');
}
