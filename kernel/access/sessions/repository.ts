import { sql } from 'kysely';

import { afterCursor, type Cursor } from '../../db/keyset.ts';
import { send } from '../../db/transaction.ts';
import type { Db, Tx } from '../../db/types.ts';
import type { ListSessionsQuery } from '../contract-account.ts';
import type { RolesHeld } from '../roles/grants-reader.ts';
import type { AccessTables, AccountRow, SessionRow } from '../tables.ts';

const tables = (db: Db) => db.$extendTables<AccessTables>();

/** Everything that one request needs to know of whom a token belongs to. */
export interface Holder extends SessionRow, RolesHeld {
  readonly kind: AccountRow['kind'];
  readonly display_name: string;
  readonly status: AccountRow['status'];
  readonly subject: string | null;
  readonly locale: AccountRow['locale'];
  readonly elder_mode: boolean;
}

/** The roles of account `a` that count at this instant, as two columns of JSON text ({@link RolesHeld}). */
export function roleColumns(now: Date) {
  return sql`
    coalesce((SELECT json_agg(json_build_array(r.role, r.version, g.scope_level, g.scope_id)
        ORDER BY g.grant_id)
      FROM kernel.role_grant g JOIN kernel.role r ON r.centre_id = g.centre_id AND r.role = g.role
      WHERE g.centre_id = a.centre_id AND g.account_id = a.account_id AND g.state = 'active'
        AND g.valid_from <= ${now} AND (g.valid_until IS NULL OR g.valid_until > ${now})),
      '[]')::text AS granted,
    coalesce((SELECT json_agg(json_build_array(r.role, r.version) ORDER BY r.role)
      FROM kernel.role r WHERE r.centre_id = a.centre_id AND r.implied_for = a.kind),
      '[]')::text AS implied`;
}

/** The session of a token with its account and roles, in one statement: asked on every request. */
export async function findHolder(
  db: Db,
  centreId: number,
  tokenHash: string,
  now: Date,
): Promise<Holder | undefined> {
  const { rows } = await sql<Holder>`
    SELECT s.*, a.kind, a.display_name, a.status, a.subject, a.locale, a.elder_mode, ${roleColumns(now)}
    FROM kernel.session s
    JOIN kernel.account a ON a.centre_id = s.centre_id AND a.account_id = s.account_id
    WHERE s.centre_id = ${centreId} AND s.token_hash = ${tokenHash}`.execute(db);
  return rows[0];
}

/** Moves the idle limit of a session that is used. Concurrent requests write once. */
export async function touchSession(
  db: Db,
  session: SessionRow,
  now: Date,
  idleUntil: Date,
): Promise<void> {
  await tables(db)
    .updateTable('kernel.session')
    .set({ last_seen_at: now, idle_until: idleUntil })
    .where('centre_id', '=', session.centre_id)
    .where('session_id', '=', session.session_id)
    .where('last_seen_at', '=', session.last_seen_at)
    .execute();
}

export function insertSession(tx: Tx, row: SessionRow): void {
  send(tx, tables(tx).insertInto('kernel.session').values(row));
}

export function updateSession(
  tx: Tx,
  session: Pick<SessionRow, 'centre_id' | 'session_id'>,
  changes: Partial<Omit<SessionRow, 'centre_id' | 'session_id'>>,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.session')
      .set(changes)
      .where('centre_id', '=', session.centre_id)
      .where('session_id', '=', session.session_id),
  );
}

export function findSession(
  db: Db,
  centreId: number,
  sessionId: string,
): Promise<SessionRow | undefined> {
  return tables(db)
    .selectFrom('kernel.session')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
}

/** The session, kept from others until the transaction ends. */
export function lockSession(
  tx: Tx,
  centreId: number,
  sessionId: string,
): Promise<SessionRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.session')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('session_id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst();
}

/** Ends sessions of an account, all or one or all but one; gives the ids of those that were open. */
export async function deleteSessions(
  tx: Tx,
  centreId: number,
  accountId: string,
  which: { readonly only?: string; readonly except?: string | undefined } = {},
): Promise<string[]> {
  const rows = await tables(tx)
    .deleteFrom('kernel.session')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .$if(which.only !== undefined, (query) => query.where('session_id', '=', which.only ?? ''))
    .$if(which.except !== undefined, (query) => query.where('session_id', '!=', which.except ?? ''))
    .returning('session_id')
    .execute();
  return rows.map((row) => row.session_id);
}

/** Ends every visitor's session at a device; gives those that were there. */
export function deleteAtDevice(
  tx: Tx,
  centreId: number,
  deviceAccountId: string,
): Promise<Array<Pick<SessionRow, 'session_id' | 'account_id'>>> {
  return tables(tx)
    .deleteFrom('kernel.session')
    .where('centre_id', '=', centreId)
    .where('device_account_id', '=', deviceAccountId)
    .returning(['session_id', 'account_id'])
    .execute();
}

export function deleteByToken(tx: Tx, centreId: number, tokenHash: string): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('kernel.session')
      .where('centre_id', '=', centreId)
      .where('token_hash', '=', tokenHash),
  );
}

export interface SessionWithAccount extends SessionRow {
  readonly kind: AccountRow['kind'];
  readonly display_name: string;
}

export interface SessionFilter extends Omit<ListSessionsQuery, 'cursor'> {
  readonly cursor: Cursor | undefined;
}

/** Open and complete sessions, newest first. */
export function listSessions(
  db: Db,
  centreId: number,
  filter: SessionFilter,
  now: Date,
): Promise<SessionWithAccount[]> {
  return tables(db)
    .selectFrom('kernel.session as s')
    .innerJoin('kernel.account as a', (join) =>
      join.onRef('a.centre_id', '=', 's.centre_id').onRef('a.account_id', '=', 's.account_id'),
    )
    .selectAll('s')
    .select(['a.kind', 'a.display_name'])
    .where('s.centre_id', '=', centreId)
    .where('s.step', '=', 'complete')
    .where('s.idle_until', '>', now)
    .where('s.expires_at', '>', now)
    .$if(filter.accountId !== undefined, (query) =>
      query.where('s.account_id', '=', filter.accountId ?? ''),
    )
    .$if(filter.kind !== undefined, (query) => query.where('a.kind', '=', filter.kind ?? 'staff'))
    .where(afterCursor(filter.cursor, ['s.session_id'], 'desc'))
    .orderBy('s.session_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** Removes what has ended: sessions, flows, enrolment codes and counts of failures. */
export async function deleteEnded(tx: Tx, centreId: number, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - 86_400_000);
  const all = tables(tx);
  send(
    tx,
    all
      .deleteFrom('kernel.session')
      .where('centre_id', '=', centreId)
      .where((eb) => eb.or([eb('idle_until', '<=', now), eb('expires_at', '<=', now)])),
    all
      .deleteFrom('kernel.sign_in_flow')
      .where('centre_id', '=', centreId)
      .where('expires_at', '<=', now),
    all
      .deleteFrom('kernel.device_enrolment')
      .where('centre_id', '=', centreId)
      .where('expires_at', '<=', yesterday),
    all
      .deleteFrom('kernel.sign_in_guard')
      .where('centre_id', '=', centreId)
      .where('last_attempt_at', '<=', yesterday)
      .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', now)])),
  );
}
