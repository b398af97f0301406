import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordAudit } from '#kernel/audit/record.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';
import { allDepartments } from '../repository-directory.ts';
import { listServed, replaceServed } from '../repository-served.ts';

/** Makes these the departments that a window serves; refuses one that is not in use. The audit log keeps both lists. */
export async function saveServed(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  windowId: string,
  departmentIds: readonly string[],
): Promise<void> {
  const [departments, served] = await Promise.all([
    allDepartments(tx, actor.centreId),
    listServed(tx, actor.centreId, [windowId]),
  ]);
  const usable = new Set(
    departments.filter((row) => row.closed_on === null).map((row) => row.department_id),
  );
  const before = served.map((pair) => pair.department_id).toSorted();
  const after = [...new Set(departmentIds)].toSorted();
  if (after.some((id) => !usable.has(id))) throw new ProblemError(problems.unknownReference);
  if (before.join() === after.join()) return;
  const pairs = after.map((id) => ({ window_id: windowId, department_id: id }));
  replaceServed(tx, actor.centreId, [windowId], pairs);
  recordAudit(tx, clock, actor, {
    act: 'organisation.window-departments-set',
    subject: { kind: 'organisation.window', id: windowId },
    body: { before, after },
  });
}
