import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { isBrokenReference, refuseDuplicate } from '#kernel/db/errors.ts';
import type { Tx } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type ClosedDayInput, problems } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';

/** Runs a write of a day in one transaction; a day that is taken or a site that is not there is refused with a sentence. */
export async function writeClosedDay<T>(
  deps: OrganisationDeps,
  { day }: Pick<ClosedDayInput, 'day'>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await refuseDuplicate('closed_day_unique', problems.dayTaken, { day }, () =>
      deps.database.transaction(work),
    );
  } catch (error) {
    if (isBrokenReference(error))
      throw new ProblemError(problems.unknownReference, {}, { cause: error });
    throw error;
  }
}

/** Refuses days that have passed: how they were is history. */
export async function refusePassed(
  tx: Tx,
  { clock }: OrganisationDeps,
  actor: Actor,
  ...days: readonly string[]
): Promise<void> {
  const today = await todayOf({ clock }, tx, actor.centreId);
  if (days.some((day) => day < today)) throw new ProblemError(problems.dayPassed);
}
