import { setTimeout as pause } from 'node:timers/promises';

import type { Client } from 'pg';

import type { Database } from '../db/database.ts';
import { BackupError } from './backup-error.ts';
import { listTables, PLAIN_TEXT, qualify } from './table-digests.ts';

/** A snapshot that shows exactly what a restore up to `lsn` will hold. The caller ends the session. */
export interface Mark {
  readonly session: Client;
  readonly lsn: string;
}

const ATTEMPTS = 60;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Takes a snapshot while, for a few milliseconds, nobody can write: only then does it agree with one place of
 * the WAL. Waits for locks for less than the time after which the server looks for deadlocks, so that a
 * transaction of the application is never the one that is given up.
 */
export async function takeMark(database: Database): Promise<Mark> {
  const session = await database.connectAlone();
  try {
    await session.query(PLAIN_TEXT);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const lsn = await tryMark(database, session);
      if (lsn !== undefined) return { session, lsn };
      await pause(100 + attempt * 20);
    }
  } catch (error) {
    await session.end();
    throw error;
  }
  await session.end();
  throw new BackupError(
    '数据库中有长时间未结束的写入，无法确定备份的核对点。请稍后重试。',
    'Writes in the database do not come to an end, so the backup cannot be compared. Try again later.',
  );
}

async function tryMark(database: Database, session: Client): Promise<string | undefined> {
  const holder = await database.connectAlone();
  try {
    const tables = await listTables(holder);
    await holder.query(`BEGIN; SET LOCAL lock_timeout = '400ms'`);
    if (tables.length > 0)
      await holder.query(`LOCK TABLE ${tables.map(qualify).join(', ')} IN SHARE MODE`);
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const { rows } = await session.query<{ lsn: string }>(
      'SELECT pg_current_wal_insert_lsn()::text AS lsn',
    );
    await holder.query('ROLLBACK');
    return rows[0]?.lsn;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)
      return undefined;
    throw error;
  } finally {
    await holder.end();
  }
}
