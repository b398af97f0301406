import pg from 'pg';

import { handleOnPool } from './dialect.ts';
import { runTransaction } from './transaction.ts';
import type { Db, Tx } from './types.ts';

export interface DatabaseOptions {
  /** Connection string, or host (a socket folder), port, user and database. */
  readonly connection:
    | string
    | { host: string; port: number; user: string; database: string; password?: string };
  readonly poolSize?: number;
  readonly applicationName?: string;
}

/** The one way to PostgreSQL: a pool, a handle for single statements, and transactions. */
export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction: all of it is kept, or nothing. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A connection of its own outside the pool, for LISTEN and COPY. The caller ends it. */
  connectAlone(): Promise<pg.Client>;
  close(): Promise<void>;
}

const types = new pg.TypeOverrides();
// A calendar day stays text, a count or an amount stays exact.
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
types.setTypeParser(pg.types.builtins.INT8, (text: string) => BigInt(text));

/** Opens the pool. Does not connect before the first statement. */
export function openDatabase(options: DatabaseOptions): Database {
  const settings =
    typeof options.connection === 'string'
      ? { connectionString: options.connection }
      : options.connection;
  const shared = { ...settings, types, application_name: options.applicationName ?? 'onewindow' };
  const pool = new pg.Pool({
    ...shared,
    max: options.poolSize ?? 16,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  // A connection that breaks while idle is replaced by the pool; statements in flight report the error themselves.
  pool.on('error', () => undefined);
  // The pool listens to idle ones only: without this, one that breaks while in use ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    db: handleOnPool(pool),
    pool,
    transaction: (work) => runTransaction(pool, work),
    connectAlone: async () => {
      const client = new pg.Client(shared);
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    close: () => pool.end(),
  };
}
