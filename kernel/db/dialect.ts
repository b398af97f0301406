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
import type { Pool, PoolClient } from 'pg';

import { run } from './pipeline.ts';
import type { Db } from './types.ts';

class ClientConnection implements DatabaseConnection {
  readonly client: PoolClient;

  constructor(client: PoolClient) {
    this.client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await run(this.client, query.sql, query.parameters);
    const rows = answer.rows as R[];
    return answer.rowCount === null ? { rows } : { rows, numAffectedRows: BigInt(answer.rowCount) };
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
