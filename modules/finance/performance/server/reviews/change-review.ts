import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems, type Review } from '../../contract.ts';
import type { PerformanceDeps } from '../deps.ts';
import { reviewChanged } from '../events.ts';
import * as repository from '../repository.ts';
import { toReview } from '../view.ts';

/** One review as it was read and explained. */
export async function getReview(
  { database: { db } }: PerformanceDeps,
  actor: Actor,
  id: string,
): Promise<Review> {
  authorise(actor, permissions.view.name);
  const row = orNotFound(await repository.findReview(db, actor.centreId, id));
  const target = orNotFound(await repository.findTarget(db, actor.centreId, row.target_id));
  return toReview(row, target);
}

interface Act {
  readonly id: string;
  readonly version: number;
}

interface Step {
  readonly act: 'saved' | 'submitted';
  readonly decide: (row: repository.ReviewRecord) => Partial<repository.ReviewRecord>;
}

async function change(
  { database, clock }: PerformanceDeps,
  actor: Actor,
  { id, version }: Act,
  once: Once,
  step: Step,
): Promise<Review> {
  return database.transaction(async (tx) => {
    const before = orNotFound(await repository.lockReview(tx, actor.centreId, id));
    const target = orNotFound(await repository.findTarget(tx, actor.centreId, before.target_id));
    requireVersion(before, version);
    if (before.state !== 'draft') throw new ProblemError(problems.reviewSubmitted);
    const row = {
      ...before,
      ...step.decide(before),
      by_name: actor.name,
      version: before.version + 1,
      updated_at: clock.now(),
    };
    repository.updateReview(tx, row);
    reviewChanged(tx, clock, actor, step.act, row);
    const view = toReview(row, target);
    once.claim(tx, view);
    return view;
  });
}

interface SaveReview extends Act {
  readonly reasons: ReadonlyArray<{ readonly indicatorId: string; readonly reason: string }>;
  readonly conclusion: string;
}

/** Saves reasons and conclusion of a draft; what was read stays as it was read. */
export async function saveReview(
  deps: PerformanceDeps,
  actor: Actor,
  input: SaveReview,
  once: Once,
): Promise<Review> {
  authorise(actor, permissions.draft.name);
  const reasons = new Map(input.reasons.map((one) => [one.indicatorId, one.reason]));
  return change(deps, actor, input, once, {
    act: 'saved',
    decide: ({ rows }) => ({
      conclusion: input.conclusion,
      rows: rows.map((row) => ({ ...row, reason: reasons.get(row.indicator.id) ?? row.reason })),
    }),
  });
}

/** Submits a review. Refused while a deviation is not explained; from then on it never changes. */
export async function submitReview(
  deps: PerformanceDeps,
  actor: Actor,
  input: Act,
  once: Once,
): Promise<Review> {
  authorise(actor, permissions.draft.name);
  return change(deps, actor, input, once, {
    act: 'submitted',
    decide: ({ rows }) => {
      const open = rows.filter((row) => row.mustExplain && row.reason === '');
      const [first] = open;
      if (first !== undefined)
        throw new ProblemError(problems.reasonMissing, {
          indicator: first.indicator.level3,
          score: first.score ?? '0.00',
          weight: first.indicator.weight,
          count: open.length,
        });
      return { state: 'submitted' };
    },
  });
}
