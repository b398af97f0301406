import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems, type Review, type ReviewKind } from '../../contract.ts';
import type { PerformanceDeps } from '../deps.ts';
import { reviewChanged } from '../events.ts';
import { readPayment } from '../payment.ts';
import { readValues } from '../read-values.ts';
import * as repository from '../repository.ts';
import { spanOfYear } from '../span.ts';
import { requireWithin } from '../values/record-value.ts';
import { toIndicator, toReview, toReviewRow } from '../view.ts';

/**
 * Begins monitoring (绩效运行监控) or self-evaluation (绩效自评) of an approved target: the value of each indicator and the
 * payment are read as of a day and kept as they were read (财预〔2019〕136号: progress of targets and of payment both).
 */
export async function openReview(
  deps: PerformanceDeps,
  actor: Actor,
  targetId: string,
  { kind, asOf }: { readonly kind: ReviewKind; readonly asOf: string },
  once: Once,
): Promise<Review> {
  authorise(actor, permissions.draft.name);
  const { database, clock } = deps;
  const { centreId } = actor;
  return database.transaction(async (tx) => {
    const target = orNotFound(await repository.lockTarget(tx, centreId, targetId));
    if (target.state !== 'approved') throw new ProblemError(problems.wrongState);
    const year = spanOfYear(clock, target.year);
    requireWithin(asOf, year);
    const indicators = await repository.listIndicators(tx, centreId, [targetId]);
    const span = { from: year.from, until: asOf };
    const [values, paid] = await Promise.all([
      readValues(deps, tx, { centreId, indicators, span }),
      readPayment(deps, tx, target, asOf),
    ]);
    const row: repository.ReviewRecord = {
      centre_id: centreId,
      review_id: newId(clock),
      target_id: targetId,
      kind,
      as_of: asOf,
      state: 'draft',
      limit_fen: paid.limitFen,
      paid_fen: paid.paidFen,
      rows: indicators.flatMap((one) => {
        const value = values.get(one.indicator_id);
        return value === undefined ? [] : [toReviewRow(toIndicator(one), value)];
      }),
      conclusion: '',
      by_name: actor.name,
      version: 1,
      updated_at: clock.now(),
    };
    repository.insertReview(tx, row);
    reviewChanged(tx, clock, actor, 'opened', row);
    const view = toReview(row, target);
    once.claim(tx, view);
    return view;
  });
}
