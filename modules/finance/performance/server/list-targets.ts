import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';

import { permissions } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toTarget } from './view.ts';

/** A page of what the centre has, by code; the total counts by the same rules. */
export async function listTargets({ database }: PerformanceDeps, actor: Actor, query: PageQuery) {
  authorise(actor, permissions.view.name);
  const filter = { ...query, cursor: readCursor(query.cursor) };
  const [rows, total] = await Promise.all([
    repository.listTargets(database.db, actor.centreId, filter),
    repository.countTargets(database.db, actor.centreId, query.search),
  ]);
  return { ...toPage(rows, query.limit, toTarget, (row) => [row.code]), total };
}
