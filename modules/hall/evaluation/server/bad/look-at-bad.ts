import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type BadCase, type BadFilter, permissions, problems } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { raterRevealed } from '../events.ts';
import { seenBy } from '../look/list-evaluations.ts';
import * as records from '../repository-bad.ts';
import { listServices } from '../repository-look.ts';
import * as repository from '../repository.ts';
import { open } from '../vault.ts';
import { toBadCase, toBadSummary } from './view-bad.ts';
import { maySee, whoActs } from './who.ts';

/** Bad ratings that the actor may see, the nearest limit first; counted by the conditions of the list. */
export async function listBad(
  deps: EvaluationDeps,
  actor: Actor,
  query: BadFilter & {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly search?: string | undefined;
  },
) {
  const { db } = deps.database;
  const { centreId } = actor;
  const [seen, today, directory] = await Promise.all([
    seenBy(deps, db, actor),
    todayOf(deps, db, centreId),
    deps.organisation.loadDirectory(db, centreId),
  ]);
  const filter = { ...query, ...seen, search: query.search, today };
  const [rows, total] = await Promise.all([
    records.listBadCases(db, centreId, filter, {
      limit: query.limit,
      cursor: readCursor(query.cursor),
    }),
    records.countBadCases(db, centreId, filter),
  ]);
  const services = await listServices(
    db,
    centreId,
    rows.map((row) => row.service_id),
  );
  const around = {
    directory,
    services: new Map(services.map((row) => [row.service_id, row])),
    ratedAt: new Map(rows.map((row) => [row.evaluation_id, row.created_at])),
    today,
  };
  const page = toPage(
    rows,
    query.limit,
    (row) => toBadSummary(row, around),
    (row) => [row.due_on, row.evaluation_id],
  );
  return { ...page, total };
}

export async function getBad(deps: EvaluationDeps, actor: Actor, id: string): Promise<BadCase> {
  const { db } = deps.database;
  const row = orNotFound(await records.findBadCase(db, actor.centreId, id));
  const who = await whoActs(deps, db, actor);
  if (!maySee(actor, row, who.personId)) throw new ProblemError(commonProblems.notFound);
  return toBadCase(deps, db, actor, row);
}

/** Name and number of a rater who gave them, for the call; written down, and never shown to whoever was rated. */
export async function revealRater(deps: EvaluationDeps, actor: Actor, id: string) {
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await records.findBadCase(tx, centreId, id));
    authorise(actor, permissions.reveal.name, { departmentId: row.department_id });
    const who = await whoActs(deps, tx, actor);
    if (who.personId !== null && who.personId === row.rated_person_id)
      throw new ProblemError(problems.ratedPerson);
    const evaluation = orNotFound(await repository.findEvaluation(tx, centreId, id));
    raterRevealed({ tx, clock: deps.clock, actor }, id);
    return {
      name: open(deps.cipher, evaluation, 'name_sealed'),
      mobile: open(deps.cipher, evaluation, 'mobile_sealed'),
    };
  });
}
