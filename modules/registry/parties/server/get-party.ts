import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type ListPartiesQuery, type Party, type PartySummary, permissions } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import * as repository from './repository.ts';
import { loadParty, loadSummaries, toHistoryEntry, viewingOf } from './view.ts';

/** One record of the actor's centre, masked. */
export async function getParty(deps: PartiesDeps, actor: Actor, partyId: string): Promise<Party> {
  authoriseAtDesk(actor, permissions.view.name);
  const { db } = deps.database;
  const row = orNotFound(await repository.findParty(db, actor.centreId, partyId));
  return loadParty(db, viewingOf(deps, actor.centreId), row);
}

/** A page of live records, the newest first, masked. */
export async function listParties(deps: PartiesDeps, actor: Actor, query: ListPartiesQuery) {
  authoriseAtDesk(actor, permissions.view.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const filter = { ...query, cursor: readCursor(query.cursor) };
  const [rows, total] = await Promise.all([
    repository.listParties(db, centreId, filter),
    repository.countParties(db, centreId, filter),
  ]);
  const summaries = await loadSummaries(db, viewingOf(deps, centreId), centreId, rows);
  const page = toPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.party_id],
  );
  return { ...page, items: inOrder(page.items, summaries), total };
}

/** The lines of rows, in their order. */
export function inOrder(
  rows: ReadonlyArray<{ readonly party_id: string }>,
  summaries: ReadonlyMap<string, PartySummary>,
): PartySummary[] {
  return rows.flatMap((row) => summaries.get(row.party_id) ?? []);
}

/** What happened to a record and to those merged into it, the newest first. */
export async function listHistory(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  query: { readonly limit: number; readonly cursor?: string | undefined },
) {
  authoriseAtDesk(actor, permissions.view.name);
  const { db } = deps.database;
  const { centreId } = actor;
  orNotFound(await repository.findParty(db, centreId, partyId));
  const ids = [partyId, ...(await repository.mergedInto(db, centreId, partyId))];
  const cursor = readCursor(query.cursor);
  const rows = await repository.listHistory(db, centreId, ids, { limit: query.limit, cursor });
  return { ...toPage(rows, query.limit, toHistoryEntry, (row) => [row.entry_id]), total: null };
}
