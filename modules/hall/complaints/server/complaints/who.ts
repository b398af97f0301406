import { authorise, may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import { type Act, type ComplaintSettings, permissions, termsOf } from '../../contract.ts';
import type { ComplaintsDeps } from '../deps.ts';
import { type Around, dutyOf, type Who } from '../rules/act.ts';
import type { ComplaintRow } from '../tables.ts';

export async function whoActs(
  { staff }: Pick<ComplaintsDeps, 'staff'>,
  db: Db,
  actor: Actor,
): Promise<Who> {
  const person = await staff.findPersonOfAccount(db, actor.centreId, actor.id);
  return { personId: person?.id ?? null, departmentId: person?.departmentId ?? null };
}

export const assistingOf = (row: ComplaintRow): string[] => row.assisting as string[];

/** Units that may do something about it: an assisting one may only give its opinion. */
const unitsFor = (act: Act, row: ComplaintRow): Array<string | null> =>
  act === 'assist' ? [row.department_id, ...assistingOf(row)] : [row.department_id];

const permissionFor = (act: Act) =>
  dutyOf(act) === 'handle' ? permissions.handle.name : permissions.supervise.name;

export const mayAct = (actor: Actor, act: Act, row: ComplaintRow): boolean =>
  unitsFor(act, row).some((departmentId) => may(actor, permissionFor(act), { departmentId }));

export function authoriseAct(actor: Actor, act: Act, row: ComplaintRow): void {
  if (!mayAct(actor, act, row))
    authorise(actor, permissionFor(act), { departmentId: row.department_id });
}

export const maySee = (actor: Actor, row: ComplaintRow): boolean =>
  [row.department_id, ...assistingOf(row)].some((departmentId) =>
    may(actor, permissions.view.name, { departmentId }),
  );

export function aroundOf(row: ComplaintRow, settings: ComplaintSettings, today: Day): Around {
  return {
    state: row.state,
    mainId: row.department_id,
    assistingIds: assistingOf(row),
    targetDepartmentId: row.target_department_id,
    targetPersonId: row.target_person_id,
    wasExtended: row.was_extended,
    wasRedone: row.was_redone,
    wasForced: row.was_forced,
    satisfaction: row.satisfaction,
    returnUntil: row.return_until,
    handleDueOn: row.handle_due_on,
    extensionMost: termsOf(settings, row.kind).extensionMost,
    today,
  };
}
