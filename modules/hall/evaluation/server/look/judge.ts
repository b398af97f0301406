import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Evaluation, type ExclusionGround, permissions, problems } from '../../contract.ts';
import { whoActs } from '../bad/who.ts';
import type { EvaluationDeps } from '../deps.ts';
import { ratingJudged } from '../events.ts';
import * as repository from '../repository.ts';
import { loadAround, toEvaluation } from './view.ts';

export interface Judgement {
  readonly counts: boolean;
  readonly ground?: ExclusionGround | undefined;
  readonly reason: string;
}

/** Says of a suspect rating whether it counts. People of the unit that was rated do not judge their own. */
export async function judge(
  deps: EvaluationDeps,
  actor: Actor,
  id: string,
  { counts, ground = 'staff-made', reason }: Judgement,
  once: Once,
): Promise<Evaluation> {
  authorise(actor, permissions.review.name);
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockEvaluation(tx, centreId, id));
    if (row.standing !== 'suspect') throw new ProblemError(problems.notSuspect);
    const [who, service] = await Promise.all([
      whoActs(deps, tx, actor),
      repository.findService(tx, centreId, row.service_id),
    ]);
    if (who.departmentId !== null && who.departmentId === row.department_id)
      throw new ProblemError(problems.sameUnit);
    const after = counts
      ? { ...row, standing: 'counted' as const }
      : {
          ...row,
          standing: 'excluded' as const,
          exclusion: { ground, reason, by: actor.name },
        };
    repository.updateEvaluation(tx, row, {
      standing: after.standing,
      ...(counts ? {} : { exclusion: after.exclusion }),
    });
    ratingJudged({ tx, clock: deps.clock, actor }, orNotFound(service), after, {
      ground: counts ? null : ground,
      reason,
    });
    const answer = toEvaluation(after, await loadAround(deps, tx, centreId, [after]));
    once.claim(tx, answer);
    return answer;
  });
}
