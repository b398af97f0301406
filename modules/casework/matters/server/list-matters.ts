import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';

import { type ListMattersQuery, permissions } from '../contract.ts';
import type { MattersDeps } from './deps.ts';
import { listHeads } from './repository-editions.ts';
import { countMatters, listMatters as listRows } from './repository.ts';
import type { EditionHead } from './tables.ts';
import { toMatterSummary } from './view.ts';

/** A page of matters or bundles by code; the total counts by the same rules. */
export async function listMatters(
  { database: { db }, clock }: MattersDeps,
  actor: Actor,
  query: ListMattersQuery,
) {
  authorise(actor, permissions.view.name);
  const on = await todayOf({ clock }, db, actor.centreId);
  const filter = { ...query, on, cursor: readCursor(query.cursor) };
  const [rows, total] = await Promise.all([
    listRows(db, actor.centreId, filter),
    countMatters(db, actor.centreId, filter),
  ]);
  const byMatter = new Map<string, EditionHead[]>();
  const ids = rows.map((row) => row.matter_id);
  for (const head of await listHeads(db, actor.centreId, ids))
    byMatter.set(head.matter_id, [...(byMatter.get(head.matter_id) ?? []), head]);
  return {
    ...toPage(
      rows,
      query.limit,
      (row) => toMatterSummary(row, byMatter.get(row.matter_id) ?? [], on),
      (row) => [row.code],
    ),
    total,
  };
}
