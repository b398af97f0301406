import { authorise, may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import { type BadAct, badSteps, permissions } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import type { BadAround, WhoActs } from '../rules/bad-duty.ts';
import type { BadCaseRow } from '../tables.ts';

const targetOf = (row: BadCaseRow) => ({ departmentId: row.department_id });

const duties = {
  assign: permissions.assign,
  handle: permissions.handle,
  review: permissions.review,
  callBack: permissions.callBack,
} as const;

/** The unit to which it is assigned mends; the supervising office does the rest, over the whole centre. */
export function authoriseAct(actor: Actor, act: BadAct, row: BadCaseRow): void {
  const { duty } = badSteps[act];
  if (duty === 'nobody') authorise({ ...actor, grants: [] }, permissions.assign.name);
  else authorise(actor, duties[duty].name, targetOf(row));
}

export const mayAct = (actor: Actor, act: BadAct, row: BadCaseRow): boolean => {
  const { duty } = badSteps[act];
  return duty !== 'nobody' && may(actor, duties[duty].name, targetOf(row));
};

/** Whether somebody may see it: their unit’s, their window’s, their own. */
export const maySee = (actor: Actor, row: BadCaseRow, ownPersonId: string | null): boolean =>
  may(actor, permissions.view.name, { departmentId: row.department_id }) ||
  may(actor, permissions.view.name, {
    departmentId: row.rated_department_id,
    windowId: row.window_id,
    ownerId: ownPersonId !== null && ownPersonId === row.rated_person_id ? actor.id : null,
  });

/** Who the actor is in the register of the staff, for the rules that keep roles apart. */
export async function whoActs(
  { staff }: Pick<EvaluationDeps, 'staff'>,
  db: Db,
  actor: Actor,
): Promise<WhoActs> {
  const person = await staff.findPersonOfAccount(db, actor.centreId, actor.id);
  return {
    accountId: actor.id,
    personId: person?.id ?? null,
    departmentId: person?.departmentId ?? null,
  };
}

export const aroundOf = (row: BadCaseRow, today: Day): BadAround => ({
  state: row.state,
  ratedDepartmentId: row.rated_department_id,
  ratedPersonId: row.rated_person_id,
  handlers: row.handlers as string[],
  hasReply: row.reply !== '',
  callBack: row.call_back,
  wasReopened: row.was_reopened,
  wasReviewed: row.was_reviewed,
  appealUntil: row.appeal_until,
  today,
});
