import type { Day } from '#kernel/clock/day.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type BadAct,
  badActWords,
  badSteps,
  type BadState,
  badStateWords,
  type CallBackResult,
  isLawfulBadAct,
  problems,
} from '../../contract.ts';

/** What of a bad rating and of who acts decides whether an act may be done. */
export interface BadAround {
  readonly state: BadState;
  readonly ratedDepartmentId: string | null;
  readonly ratedPersonId: string | null;
  /** Accounts that handled it. */
  readonly handlers: readonly string[];
  readonly hasReply: boolean;
  readonly callBack: CallBackResult | null;
  readonly wasReopened: boolean;
  readonly wasReviewed: boolean;
  readonly appealUntil: Day;
  readonly today: Day;
}

export interface WhoActs {
  readonly accountId: string;
  readonly personId: string | null;
  readonly departmentId: string | null;
}

/** Why an act may not be done by this person now; undefined when it may. Permission is asked apart. */
export function findRefusal(
  act: BadAct,
  around: BadAround,
  who: WhoActs,
): ProblemError | undefined {
  if (!isLawfulBadAct(act, around.state)) {
    return new ProblemError(problems.notLawful, {
      state: badStateWords[around.state],
      act: badActWords[act],
    });
  }
  return findRoleConflict(act, around, who) ?? findMissing(act, around);
}

/** 职责分离: who was rated does nothing, the rated unit does not supervise itself, who mended does not judge. */
function findRoleConflict(act: BadAct, around: BadAround, who: WhoActs): ProblemError | undefined {
  const isRated = who.personId !== null && who.personId === around.ratedPersonId;
  // Whoever was rated may only appeal.
  if (isRated && act !== 'appeal') return new ProblemError(problems.ratedPerson);
  const { duty } = badSteps[act];
  if (duty !== 'review' && duty !== 'callBack') return undefined;
  if (who.departmentId !== null && who.departmentId === around.ratedDepartmentId)
    return new ProblemError(problems.sameUnit);
  if (around.handlers.includes(who.accountId)) return new ProblemError(problems.handledBefore);
  return undefined;
}

function findMissing(act: BadAct, around: BadAround): ProblemError | undefined {
  switch (act) {
    case 'reopen':
      if (around.callBack !== 'unhappy') return new ProblemError(problems.raterContent);
      return around.wasReopened ? new ProblemError(problems.reopenedOnce) : undefined;
    case 'close':
      if (!around.hasReply) return new ProblemError(problems.replyMissing);
      return around.callBack === 'unhappy' && !around.wasReopened
        ? new ProblemError(problems.raterUnhappy)
        : undefined;
    case 'appeal':
      if (around.wasReviewed) return new ProblemError(problems.appealedOnce);
      return around.today > around.appealUntil
        ? new ProblemError(problems.appealTooLate, { day: around.appealUntil })
        : undefined;
    default:
      return undefined;
  }
}
