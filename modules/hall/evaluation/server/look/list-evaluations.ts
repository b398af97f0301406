import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';

import { type EvaluationFilter, permissions } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import * as repository from '../repository-look.ts';
import { loadAround, toEvaluation, toPublicRating } from './view.ts';

interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** How far somebody sees ratings; `own` are those of which they are the subject. */
export async function seenBy(
  { staff }: Pick<EvaluationDeps, 'staff'>,
  db: Db,
  actor: Actor,
  permission: string = permissions.view.name,
): Promise<repository.Seen> {
  const reach = reachOf(actor, permission);
  const person =
    reach.ownerId === undefined
      ? undefined
      : await staff.findPersonOfAccount(db, actor.centreId, actor.id);
  return { reach, ownPersonId: person?.id };
}

/** Ratings that the actor may see, newest first. */
export async function listEvaluations(
  deps: EvaluationDeps,
  actor: Actor,
  query: EvaluationFilter & Paging,
) {
  const { db } = deps.database;
  const { centreId } = actor;
  const seen = await seenBy(deps, db, actor);
  const rows = await repository.listEvaluations(
    db,
    centreId,
    { ...query, ...seen },
    { limit: query.limit, cursor: readCursor(query.cursor) },
  );
  const around = await loadAround(deps, db, centreId, rows);
  const page = toPage(
    rows,
    query.limit,
    (row) => toEvaluation(row, around),
    (row) => [row.evaluation_id],
  );
  return { ...page, total: null };
}

/** 评价公开: ratings with their answers, for everybody. */
export async function listPublicRatings(
  deps: EvaluationDeps,
  actor: Actor,
  query: Paging & { readonly onlyBad?: boolean | undefined },
) {
  const { db } = deps.database;
  const { centreId } = actor;
  const rows = await repository.listPublic(db, centreId, query.onlyBad ?? false, {
    limit: query.limit,
    cursor: readCursor(query.cursor),
  });
  const around = await loadAround(deps, db, centreId, rows);
  const page = toPage(
    rows,
    query.limit,
    (row) => toPublicRating(row, around),
    (row) => [row.evaluation_id],
  );
  return { ...page, total: null };
}
