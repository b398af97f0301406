import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';

import { permissions } from '../../contract.ts';
import type { CasesDeps } from '../deps.ts';
import { placesOf } from '../places.ts';
import * as parts from '../repository-parts.ts';
import { findCases } from '../repository.ts';
import { toOpinion } from '../view-full.ts';
import { departmentsOf } from './list-cases.ts';

/** What is asked of the actor’s departments, the newest first. */
export async function listOpinions(
  deps: CasesDeps,
  actor: Actor,
  query: {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly openOnly: boolean;
  },
) {
  reachOf(actor, permissions.advise.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const filter = { departmentIds: departmentsOf(actor), openOnly: query.openOnly };
  const paging = { limit: query.limit, cursor: readCursor(query.cursor) };
  const [rows, total, directory] = await Promise.all([
    parts.listAskedOpinions(db, centreId, { ...filter, ...paging }),
    parts.countAskedOpinions(db, centreId, filter),
    placesOf(deps).directory(db, centreId),
  ]);
  const cases = await findCases(db, centreId, [...new Set(rows.map((row) => row.case_id))]);
  const byId = new Map(cases.map((row) => [row.case_id, row]));
  const known = rows.filter((row) => byId.has(row.case_id));
  const page = toPage(
    known,
    query.limit,
    (row) => {
      const of = byId.get(row.case_id);
      return of === undefined ? undefined : toOpinion(row, of, { directory });
    },
    (row) => [row.opinion_id],
  );
  return { ...page, items: page.items.filter((item) => item !== undefined), total };
}
