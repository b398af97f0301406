import { readCursor, toPage } from '../../db/keyset.ts';
import { authorise } from '../authorise.ts';
import type { ListSessionsQuery, Session } from '../contract-account.ts';
import type { Actor } from '../contract-actor.ts';
import { accessPermissions } from '../contract-permissions.ts';
import type { AccessDeps } from '../deps.ts';
import { maskIpAddress, toDeviceShown } from '../rules/client-shown.ts';
import * as repository from './repository.ts';

const OWN_SHOWN = 100;

/** Open sessions of the centre, newest first, for the security administrator. */
export async function listSessions(deps: AccessDeps, actor: Actor, query: ListSessionsQuery) {
  authorise(actor, accessPermissions.viewSessions.name);
  const filter = { ...query, cursor: readCursor(query.cursor) };
  const rows = await repository.listSessions(
    deps.database.db,
    actor.centreId,
    filter,
    deps.clock.now(),
  );
  return {
    ...toPage(
      rows,
      query.limit,
      (row) => toSession(row, actor),
      (row) => [row.session_id],
    ),
    total: null,
  };
}

/** One's own open sessions. */
export async function listOwnSessions(
  deps: AccessDeps,
  actor: Actor,
): Promise<{ items: Session[] }> {
  const filter = { accountId: actor.id, limit: OWN_SHOWN, cursor: undefined };
  const rows = await repository.listSessions(
    deps.database.db,
    actor.centreId,
    filter,
    deps.clock.now(),
  );
  return { items: rows.slice(0, OWN_SHOWN).map((row) => toSession(row, actor)) };
}

function toSession(row: repository.SessionWithAccount, actor: Actor): Session {
  return {
    id: row.session_id,
    accountId: row.account_id,
    accountName: row.display_name,
    kind: row.kind,
    device: toDeviceShown(row.user_agent),
    address: maskIpAddress(row.address),
    method: row.method,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    isCurrent: row.session_id === actor.sessionId,
  };
}
