import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type ListWindowStatesQuery, permissions, type WindowStateChange } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { findRow } from '../repository-rows.ts';
import { countStates, listStates } from '../repository-window-state.ts';
import type { WindowStateRow } from '../tables.ts';

/** What state a window was in, since when, why and by whom; the newest first. */
export async function listWindowStates(
  { database: { db } }: OrganisationDeps,
  actor: Actor,
  windowId: string,
  query: ListWindowStatesQuery,
) {
  const window = orNotFound(
    await findRow(db, 'organisation.service_window', actor.centreId, windowId),
  );
  authorise(actor, permissions.view.name, { siteId: window.site_id, windowId });
  const cursor = readCursor(query.cursor);
  const [rows, total] = await Promise.all([
    listStates(db, actor.centreId, windowId, { cursor, limit: query.limit }),
    countStates(db, actor.centreId, windowId),
  ]);
  return { ...toPage(rows, query.limit, toChange, (row) => [row.change_id]), total };
}

function toChange(row: WindowStateRow): WindowStateChange {
  return {
    id: row.change_id,
    state: row.state,
    reason: row.reason,
    changedByName: row.changed_by_name,
    at: row.at.toISOString(),
  };
}
