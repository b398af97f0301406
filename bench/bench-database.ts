import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureCentre } from '#kernel/centre/centre.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { readConfig } from '#kernel/config/config.ts';
import { openDatabase } from '#kernel/db/database.ts';
import { startEmbedded } from '#kernel/db/embedded/index.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { joinNotifier } from '#kernel/events/notifier.ts';
import { createLog } from '#kernel/observe/log.ts';
import { migrationSources } from '#server/migrations.ts';

import type { BenchConnection, BenchContext } from './workload.ts';

/** A database server for benchmarks, and databases on it. */
export interface BenchServer {
  /** A migrated database of its own with centre 1. */
  openContext(
    name: string,
    options: Pick<BenchContext, 'say' | 'seed' | 'scale'>,
  ): Promise<BenchContext>;
  close(): Promise<void>;
}

/** The server of DATABASE_URL, which must allow creating databases, else an embedded one in a folder that is removed afterwards. */
export async function openBenchServer(): Promise<BenchServer> {
  const { url } = readConfig().database;
  if (url !== undefined) return createServer(toConnection(url), () => Promise.resolve());
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  const embedded = await startEmbedded({ dataDir: join(folder, 'postgres') });
  return createServer(embedded.connection, async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  });
}

function toConnection(text: string): BenchConnection {
  const url = new URL(text);
  return {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.port === '' ? 5432 : url.port),
    user: decodeURIComponent(url.username),
    database: url.pathname.slice(1),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
  };
}

function createServer(connection: BenchConnection, stop: () => Promise<void>): BenchServer {
  const administration = openDatabase({ connection, poolSize: 2 });
  const closing: Array<() => Promise<void>> = [];
  return {
    openContext: async (name, options) => {
      const own = { ...connection, database: `onewindow_bench_${name.replaceAll('-', '_')}` };
      await administration.pool.query(`DROP DATABASE IF EXISTS "${own.database}" WITH (FORCE)`);
      await administration.pool.query(`CREATE DATABASE "${own.database}"`);
      const database = openDatabase({ connection: own, poolSize: 16 });
      const notifier = joinNotifier(database, createLog('error'));
      closing.push(async () => {
        await notifier.leave();
        await database.close();
        await administration.pool.query(`DROP DATABASE "${own.database}" WITH (FORCE)`);
      });
      await migrate(database, await readMigrations(migrationSources));
      await database.transaction(async (tx) => ensureCentre(tx, BENCH_CENTRE, systemClock.now()));
      return { database, connection: own, ...options };
    },
    close: async () => {
      for (const close of closing) await close();
      await administration.close();
      await stop();
    },
  };
}

/** The centre that every workload has. */
export const BENCH_CENTRE = {
  centreId: 1,
  slug: 'bench',
  nameZh: '基准测试中心',
  nameEn: 'Benchmark centre',
  zone: 'Asia/Shanghai',
  isDemonstration: true,
  hosts: [],
  details: {},
};
