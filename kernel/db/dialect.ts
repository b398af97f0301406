import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { Pool, PoolClient, QueryResult as PgResult } from 'pg';

import { statementName } from './naming.ts';
import type { Db } from './types.ts';

/** Runs one statement, named, on a client of the pool. */
export function runNamed<R extends pg.QueryResultRow = pg.QueryResultRow>(
  client: PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<PgResult<R>> {
  const name = statementName(sql);
  gather(client);
  return client.query(
    name === undefined
      ? { text: sql, values: [...parameters] }
      : { name, text: sql, values: [...parameters] },
  );
}

/** As much of a client as the driver does not tell of: where its bytes go. */
interface Wired {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } };
}

const gathering = new WeakSet<PoolClient>();

/**
 * Holds back what the client sends until this turn of work is over: all statements of a pipeline leave in one write
 * and one system call, where the driver would make one for each.
 */
export function gather(client: PoolClient): void {
  const stream = (client as Wired).connection?.stream;
  if (stream === undefined || gathering.has(client)) return;
  gathering.add(client);
  stream.cork();
  // After the promises that are under way now: the query builder reaches the driver by some of them.
  queueMicrotask(() =>
    process.nextTick(() => {
      gathering.delete(client);
      stream.uncork();
    }),
  );
}

class ClientConnection implements DatabaseConnection {
  readonly client: PoolClient;

  constructor(client: PoolClient) {
    this.client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await runNamed<R & pg.QueryResultRow>(
      this.client,
      query.sql,
      query.parameters,
    );
    return rowCount === null ? { rows } : { rows, numAffectedRows: BigInt(rowCount) };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('A pipelined connection cannot stream: read by keyset pages instead.');
  }
}

const refuse = () =>
  Promise.reject(
    new Error('Transactions are opened by Database.transaction, not by the query builder.'),
  );

function buildOn(
  acquire: () => Promise<ClientConnection>,
  release: (c: ClientConnection) => void,
): Db {
  const driver: Driver = {
    init: () => Promise.resolve(),
    acquireConnection: acquire,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: (connection) => {
      if (connection instanceof ClientConnection) release(connection);
      return Promise.resolve();
    },
    destroy: () => Promise.resolve(),
  };
  return new Kysely({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/** A handle that takes a connection of the pool for each statement. */
export function handleOnPool(pool: Pool): Db {
  return buildOn(
    async () => new ClientConnection(await pool.connect()),
    (connection) => connection.client.release(),
  );
}

/** A handle bound to one client. Statements started together are sent together: nothing waits in line. */
export function handleOnClient(client: PoolClient): Db {
  const connection = new ClientConnection(client);
  return buildOn(
    () => Promise.resolve(connection),
    () => undefined,
  );
}
