import { hasServer, startOtherServer } from '#kernel/backup/test-server.ts';
import { findCatalogueFaults } from '#kernel/db/catalogue.ts';
import { type Database, openDatabase } from '#kernel/db/database.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { migrationSources } from '#server/migrations.ts';

import type { Figure, Workload } from './workload.ts';

const REFERENCE_TABLES = ['kernel.centre', 'kernel.migration'];
const OLDEST = 15;

/** W9: the same tables on the oldest and the newest PostgreSQL, and nothing that a distributed one refuses. */
export const portability: Workload = {
  name: 'portability',
  title: 'W9: all migrations on PostgreSQL 15 and 18; nothing that Citus would refuse',
  run: async ({ database, say }) => {
    const figures = await judge(database);
    if (!hasServer(OLDEST)) {
      say(`PostgreSQL ${OLDEST} is not installed here (Debian: postgresql-${OLDEST}); left out`);
      return figures;
    }
    const server = startOtherServer(OLDEST, ['fsync=off']);
    const older = openDatabase({ connection: server.url, poolSize: 2 });
    try {
      await migrate(older, await readMigrations(migrationSources));
      return [...figures, ...(await judge(older))];
    } finally {
      await older.close();
      server.stop();
    }
  },
};

async function judge(database: Database): Promise<Figure[]> {
  const { rows } = await database.pool.query<{ version: string; done: number }>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
       (SELECT count(*)::integer FROM kernel.migration) AS done`,
  );
  const { version = '', done = 0 } = rows[0] ?? {};
  const all = (await readMigrations(migrationSources)).length;
  const session = await database.connectAlone();
  try {
    const faults = await findCatalogueFaults(session, REFERENCE_TABLES);
    return [
      {
        what: `migrations not applied on ${version}`,
        value: all - done,
        unit: '',
        gate: { atMost: 0 },
      },
      {
        what: `faults of the catalogue on ${version}`,
        value: faults.length,
        unit: '',
        gate: { atMost: 0 },
      },
    ];
  } finally {
    await session.end();
  }
}
