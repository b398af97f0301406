import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';

import { permissions } from '../contract.ts';
import type { MattersDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toMatter } from './view.ts';

/** A page of what the centre has, by code; the total counts by the same rules. */
export async function listMatters({ database }: MattersDeps, actor: Actor, query: PageQuery) {
  authorise(actor, permissions.view.name);
  const filter = { ...query, cursor: readCursor(query.cursor) };
  const [rows, total] = await Promise.all([
    repository.listMatters(database.db, actor.centreId, filter),
    repository.countMatters(database.db, actor.centreId, query.search),
  ]);
  return { ...toPage(rows, query.limit, toMatter, (row) => [row.code]), total };
}
