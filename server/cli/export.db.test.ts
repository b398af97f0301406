import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { recordAudit } from '#kernel/audit/record.ts';
import { sealAll } from '#kernel/audit/seal.ts';
import { verifyAudit } from '#kernel/audit/verify-audit.ts';
import { exportData } from '#kernel/backup/logical/export-data.ts';
import { importData } from '#kernel/backup/logical/import-data.ts';
import { hasServer, startOtherServer } from '#kernel/backup/test-server.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { type Database, openDatabase } from '#kernel/db/database.ts';
import { type Migration, readMigrations } from '#kernel/db/migrate.ts';
import {
  openTestDatabase,
  OTHER_CENTRE,
  TEST_CENTRE,
  type TestDatabase,
} from '#test/support/database.ts';

import { migrationSources } from '../migrations.ts';

let source: TestDatabase;
let migrations: readonly Migration[];
let folder: string;

const CENTRES = [TEST_CENTRE, OTHER_CENTRE];

async function act(database: Database, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await database.transaction(async (tx) =>
      recordAudit(tx, systemClock, systemActor(TEST_CENTRE, 'test'), {
        act: 'test.acted',
        subject: { kind: 'test.thing', id: String(number % 7) },
        body: { number, text: '含有“引号”、\t制表符和\n换行' },
      }),
    );
  }
}

beforeAll(async () => {
  source = await openTestDatabase();
  migrations = await readMigrations(migrationSources);
  folder = mkdtempSync(join(tmpdir(), 'onewindow-export-'));
  await act(source, 60);
  await sealAll(source, CENTRES);
  // Some entries wait for their chain while the export is made.
  await act(source, 15);
});
afterAll(async () => {
  await source.drop();
  rmSync(folder, { recursive: true, force: true });
});

const deps = (database: Database, name: string) => ({
  database,
  clock: systemClock,
  dataDir: join(folder, name),
  software: '0.1.0',
  migrations,
});

test.skipIf(!hasServer(15))(
  'all data goes from PostgreSQL 18 to 15 and back, and the audit chains go on',
  async () => {
    const older = startOtherServer(15, ['fsync=off']);
    const database = openDatabase({ connection: older.url, poolSize: 4 });
    try {
      const first = await exportData(deps(source, 'data'), join(folder, 'first'));
      expect(first.postgres).toMatch(/^18/);
      const imported = await importData(deps(database, 'data-15'), join(folder, 'first'));
      expect(imported).toMatchObject({ tables: first.tables.length });
      // What was waiting and what is new is sealed after what was sealed before.
      await act(database, 20);
      expect(await sealAll(database, CENTRES)).toBe(35);
      expect(await verifyAudit(database)).toMatchObject({ isWhole: true, entries: 95, waiting: 0 });

      const second = await exportData(deps(database, 'data-15'), join(folder, 'second'));
      expect(second.postgres).toMatch(/^15/);
      await withEmptyDatabase(async (empty) => {
        const back = await importData(deps(empty, 'data-18'), join(folder, 'second'));
        expect(back.rows).toBe(imported.rows + 20 + 35);
        await act(empty, 5);
        expect(await sealAll(empty, CENTRES)).toBe(5);
        expect(await verifyAudit(empty)).toMatchObject({ isWhole: true, entries: 100 });
      });
    } finally {
      await database.close();
      older.stop();
    }
  },
  90_000,
);

test('a database with data is refused, and so is an export of another release', async () => {
  const target = join(folder, 'again');
  await exportData(deps(source, 'data'), target);
  await expect(importData(deps(source, 'data-x'), target)).rejects.toThrow(/not empty/);
  const older = { ...deps(source, 'data-x'), migrations: migrations.slice(1) };
  await expect(importData(older, target)).rejects.toThrow(/another release/);
});

async function withEmptyDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const name = `${source.name}_back`;
  await source.pool.query(`CREATE DATABASE "${name}"`);
  const database = openDatabase({ connection: { ...source.connection, database: name } });
  try {
    await work(database);
  } finally {
    await database.close();
    await source.pool.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  }
}
