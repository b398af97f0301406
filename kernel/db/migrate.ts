import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Database } from './database.ts';
import { runText } from './transaction.ts';

/** A folder of forward-only `YYYYMMDDTHHMM-verb-noun.sql` files that belong to one part. */
export interface MigrationSource {
  readonly part: string;
  readonly folder: URL;
}

export interface Migration {
  readonly part: string;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

const NAME = /^\d{8}T\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/;
const LOCK = 4_201_117;

/** Thrown when a migration that already ran has been edited, or one that ran is gone. */
export class MigrationChanged extends Error {
  constructor(part: string, name: string) {
    super(
      `Migration ${part}/${name} was changed after it ran; add a new one instead. 迁移文件在执行后被改动，请新增迁移。`,
    );
    this.name = 'MigrationChanged';
  }
}

/** All migrations of the sources, in the order of their names, which are times. */
export async function readMigrations(sources: readonly MigrationSource[]): Promise<Migration[]> {
  const found = await Promise.all(sources.map(readSource));
  return found
    .flat()
    .toSorted((a, b) => `${a.name} ${a.part}`.localeCompare(`${b.name} ${b.part}`, 'en'));
}

async function readSource({ part, folder }: MigrationSource): Promise<Migration[]> {
  const path = fileURLToPath(folder);
  const names = (await readdir(path)).filter((name) => name.endsWith('.sql'));
  return Promise.all(
    names.map(async (name) => {
      if (!NAME.test(name))
        throw new Error(`${part}: ${name} is not named YYYYMMDDTHHMM-verb-noun.sql`);
      const sql = await readFile(join(path, name), 'utf8');
      return { part, name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database to the newest form. Each migration is one transaction with its own record, so a
 * process killed in the middle leaves whole steps; processes that start together run one after the other.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  onStep: (migration: Migration) => void = () => undefined,
): Promise<number> {
  const session = await database.connectAlone();
  try {
    await session.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await session.query(`CREATE SCHEMA IF NOT EXISTS kernel;
      CREATE TABLE IF NOT EXISTS kernel.migration (
        part text NOT NULL, name text NOT NULL, hash text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (part, name))`);
    const done = await readApplied(database);
    let count = 0;
    for (const migration of migrations) {
      const hash = done.get(`${migration.part}/${migration.name}`);
      if (hash === undefined) {
        onStep(migration);
        await session.query(`BEGIN;\n${migration.sql}\n;INSERT INTO kernel.migration (part, name, hash) VALUES (
          '${migration.part}', '${migration.name}', '${migration.hash}');\nCOMMIT`);
        count += 1;
      } else if (hash !== migration.hash) {
        throw new MigrationChanged(migration.part, migration.name);
      }
    }
    return count;
  } finally {
    await session.end();
  }
}

async function readApplied(database: Database): Promise<Map<string, string>> {
  const rows = await database.transaction((tx) =>
    runText<{ part: string; name: string; hash: string }>(
      tx,
      'SELECT part, name, hash FROM kernel.migration',
    ),
  );
  return new Map(rows.map((row) => [`${row.part}/${row.name}`, row.hash]));
}
