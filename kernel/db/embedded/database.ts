import pg from 'pg';

import { errnoOf } from './errors.ts';
import { SUPERUSER } from './initdb.ts';
import { type OnStep, toStep } from './steps.ts';

/** How a client reaches the server. No password: whoever may enter the private socket folder is let in. */
export interface Connection {
  /** The folder of the Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

export const APPLICATION = 'onewindow';

// Enough for the application to back itself up and to make databases for tests, and nothing that reaches files or
// programs of the machine: a statement slipped into it must not become a command on the host.
const ROLE_STATEMENTS = [
  `CREATE ROLE ${APPLICATION} LOGIN CREATEDB`,
  `GRANT pg_monitor, pg_checkpoint TO ${APPLICATION}`,
];
const BACKUP_FUNCTIONS = [
  'pg_backup_start(text, boolean)',
  'pg_backup_stop(boolean)',
  'pg_switch_wal()',
  'pg_create_restore_point(text)',
];

/** Makes sure that the application's account and database exist and answers a query in it. */
export async function ensureDatabase(
  host: string,
  port: number,
  onStep: OnStep,
): Promise<Connection> {
  const connection: Connection = { host, port, user: APPLICATION, database: APPLICATION };
  if (await isComplete(connection)) return connection;
  onStep(toStep('database'));
  await withClient({ ...connection, user: SUPERUSER, database: 'postgres' }, async (client) => {
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION]);
    if (roles.rowCount === 0) await client.query(`BEGIN; ${ROLE_STATEMENTS.join('; ')}; COMMIT`);
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      APPLICATION,
    ]);
    if (databases.rowCount === 0)
      await client.query(`CREATE DATABASE ${APPLICATION} OWNER ${APPLICATION}`);
  });
  await withClient({ ...connection, user: SUPERUSER }, (client) =>
    client.query(`GRANT EXECUTE ON FUNCTION ${BACKUP_FUNCTIONS.join(', ')} TO ${APPLICATION}`),
  );
  return connection;
}

/** libpq's and pg's common form of address for a socket. */
export function toUrl(connection: Connection): string {
  const query = new URLSearchParams({ host: connection.host, port: String(connection.port) });
  return `postgresql://${connection.user}@localhost/${connection.database}?${query.toString().replaceAll('+', '%20')}`;
}

// The last grant of a first start that was cut short is the one to look for.
async function isComplete(connection: Connection): Promise<boolean> {
  try {
    return await withClient(connection, async (client) => {
      const answer = await client.query<{ granted: boolean }>(
        `SELECT has_function_privilege('pg_create_restore_point(text)', 'EXECUTE') AS granted`,
      );
      return answer.rows[0]?.granted === true;
    });
  } catch (error) {
    // 3D000 no such database, 28000 no such role.
    if (['3D000', '28000'].includes(errnoOf(error))) return false;
    throw error;
  }
}

async function withClient<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 30_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
