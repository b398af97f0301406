import pg from 'pg';
import { inject } from 'vitest';

import { ensureCentre } from '#kernel/centre/centre.ts';
import { openDatabase, type Database } from '#kernel/db/database.ts';
import { newId } from '#kernel/ids/id.ts';

export interface TestDatabase extends Database {
  readonly name: string;
  /** Connection settings, for a second process or handle on the same database. */
  readonly connection: {
    host: string;
    port: number;
    user: string;
    database: string;
    password?: string;
  };
  /** Closes the handle and drops the database. */
  drop(): Promise<void>;
}

/** The centre that tests work in, and a second one that must never see its rows. */
export const TEST_CENTRE = 1;
export const OTHER_CENTRE = 2;

/** A migrated database of its own with two centres; call `drop` in afterAll. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `t_${newId().replaceAll('-', '')}`;
  await asAdministrator(server, `CREATE DATABASE "${name}" TEMPLATE onewindow_template`);
  const connection = { ...server, database: name };
  const database = openDatabase({ connection, poolSize: 8 });
  await database.transaction(async (tx) => {
    for (const centreId of [TEST_CENTRE, OTHER_CENTRE]) {
      ensureCentre(tx, testCentre(centreId), new Date('2026-01-05T00:00:00Z'));
    }
  });
  return {
    ...database,
    name,
    connection,
    drop: async () => {
      await database.close();
      await drop(server, name);
    },
  };
}

function testCentre(centreId: number) {
  return {
    centreId,
    slug: `test-${centreId}`,
    nameZh: `测试中心${centreId}`,
    nameEn: `Test centre ${centreId}`,
    zone: 'Asia/Shanghai',
    hosts: [],
    isDemonstration: true,
    details: {},
  };
}

/**
 * Whoever is connected is sent away. The server's own vacuum may be at work there: it obeys nobody but a plain drop,
 * for which it makes way by itself.
 */
async function drop(server: pg.ClientConfig, name: string): Promise<void> {
  try {
    await asAdministrator(server, `DROP DATABASE "${name}" WITH (FORCE)`);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    await asAdministrator(server, `DROP DATABASE "${name}"`);
  }
}

const isForbidden = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '42501';

async function asAdministrator(server: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
