import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeBackup } from '#kernel/backup/make-backup.ts';
import type { KeptBackup } from '#kernel/backup/manifest.ts';
import { rehearseRestore } from '#kernel/backup/rehearse-restore.ts';
import { restoreBackup } from '#kernel/backup/restore-backup.ts';
import { waitForSegment } from '#kernel/backup/segments.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { type Database, openDatabase } from '#kernel/db/database.ts';
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/index.ts';

import type { Figure, Workload } from './workload.ts';

const ROWS = 400_000;

/** W8: a backup while somebody writes, compared after a restore, and a restore to a moment between two acts. */
export const backup: Workload = {
  name: 'backup',
  title: 'W8: online backup under writing, restore compared table by table, restore to a moment',
  run: async ({ say }) => {
    const home = mkdtempSync(join(tmpdir(), 'onewindow-backup-'));
    const server = await startEmbedded({ dataDir: join(home, 'data/postgres'), archive: true });
    const database = openDatabase({ connection: server.connection, poolSize: 4 });
    try {
      await database.pool.query(
        `CREATE TABLE bench_row (number integer PRIMARY KEY, content text NOT NULL);
         INSERT INTO bench_row SELECT g, repeat(md5(g::text), 12) FROM generate_series(1, ${ROWS}) g`,
      );
      return await measure(home, server, database, say);
    } finally {
      await database.close();
      await server.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  },
};

async function measure(
  home: string,
  embedded: EmbeddedServer,
  database: Database,
  say: (line: string) => void,
): Promise<Figure[]> {
  const deps = {
    database,
    clock: systemClock,
    embedded,
    dataDir: join(home, 'data'),
    software: 'bench',
    filesElsewhere: false,
  };
  const stopping = new AbortController();
  const writing = writeUntil(database, stopping.signal);
  const begun = performance.now();
  const made = await makeBackup(deps, { folder: join(home, 'backups') });
  const seconds = (performance.now() - begun) / 1000;
  stopping.abort();
  const written = await writing;
  const mebibytes = made.manifest.cluster.contentBytes / 1024 / 1024;
  say(`${mebibytes.toFixed(0)} MiB copied and read again in ${seconds.toFixed(1)} s`);
  const rehearsal = await rehearseRestore(made, join(home, 'scratch'), systemClock);
  const { later, difference } = await restoreToMoment(home, embedded, database, made);
  return [
    { what: 'database copied, read again and compared', value: mebibytes / seconds, unit: 'MiB/s' },
    { what: 'rows written meanwhile', value: written, unit: '', gate: { atLeast: 1 } },
    {
      what: 'tables that differ after the restore',
      value: rehearsal.differing.length,
      unit: '',
      gate: { atMost: 0 },
    },
    { what: 'restore and comparison', value: rehearsal.seconds, unit: 's' },
    {
      what: 'later rows in a restore to a moment',
      value: later,
      unit: '',
      gate: { atMost: 0 },
    },
    {
      what: 'rows of before missing in it',
      value: difference,
      unit: '',
      gate: { atMost: 0 },
    },
  ];
}

async function writeUntil(database: Database, signal: AbortSignal): Promise<number> {
  let written = 0;
  while (!signal.aborted) {
    written += 1;
    await database.pool.query('INSERT INTO bench_row VALUES ($1, $2)', [ROWS + written, 'later']);
  }
  return written;
}

const countRows = async (database: Database): Promise<{ all: number; later: number }> => {
  const { rows } = await database.pool.query<{ all: number; later: number }>(
    'SELECT count(*)::integer AS all, count(*) FILTER (WHERE number < 0)::integer AS later FROM bench_row',
  );
  return rows[0] ?? { all: 0, later: 0 };
};

async function restoreToMoment(
  home: string,
  embedded: EmbeddedServer,
  database: Database,
  made: KeptBackup,
): Promise<{ later: number; difference: number }> {
  const before = await countRows(database);
  const { rows } = await database.pool.query<{ at: Date }>(
    `SELECT pg_sleep(0.02), date_trunc('milliseconds', clock_timestamp()) AS at, pg_sleep(0.02)`,
  );
  await database.pool.query(`INSERT INTO bench_row VALUES (-1, 'after the moment')`);
  const closed = await database.pool.query<{ segment: string }>(
    'SELECT pg_walfile_name(pg_switch_wal()) AS segment',
  );
  await waitForSegment(embedded.archiveDir, closed.rows[0]?.segment ?? '');
  const { inspected } = await restoreBackup(
    {
      backup: made.folder,
      dataDir: join(home, 'moment'),
      target: { kind: 'time', at: rows[0]?.at ?? new Date(0) },
      force: false,
      clock: systemClock,
    },
    countRows,
  );
  return { later: inspected.later, difference: Math.abs(inspected.all - before.all) };
}
