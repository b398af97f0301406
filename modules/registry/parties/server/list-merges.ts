import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type Merge, permissions } from '../contract.ts';
import type { PartiesDeps } from './deps.ts';
import * as merges from './repository-merge.ts';
import * as repository from './repository.ts';
import { loadSummaries, viewingOf } from './view.ts';

type MergeSelected = Awaited<ReturnType<typeof merges.listMerges>>[number];

/** Merges with the masked lines of both records. */
async function toMerges(
  deps: PartiesDeps,
  db: Db,
  centreId: number,
  rows: readonly MergeSelected[],
): Promise<Merge[]> {
  const ids = rows.flatMap((row) => [row.from_id, row.into_id]);
  const parties = await repository.findParties(db, centreId, [...new Set(ids)]);
  const lines = await loadSummaries(db, viewingOf(deps, centreId), centreId, parties);
  return rows.map((row) => ({
    id: row.merge_id,
    from: orNotFound(lines.get(row.from_id)),
    into: orNotFound(lines.get(row.into_id)),
    reason: row.reason,
    byName: row.merged_by_name,
    at: row.merged_at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneByName: row.undone_by_name,
  }));
}

/** One merge of the centre. */
export async function loadMerge(
  deps: PartiesDeps,
  db: Db,
  centreId: number,
  mergeId: string,
): Promise<Merge> {
  const row = orNotFound(await merges.findMerge(db, centreId, mergeId));
  const [view] = await toMerges(deps, db, centreId, [row]);
  return orNotFound(view);
}

/** A page of merges, the newest first. */
export async function listMerges(
  deps: PartiesDeps,
  actor: Actor,
  query: { readonly limit: number; readonly cursor?: string | undefined },
) {
  authorise(actor, permissions.merge.name);
  const { db } = deps.database;
  const cursor = readCursor(query.cursor);
  const rows = await merges.listMerges(db, actor.centreId, { limit: query.limit, cursor });
  const page = toPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.merge_id],
  );
  return { ...page, items: await toMerges(deps, db, actor.centreId, page.items), total: null };
}
