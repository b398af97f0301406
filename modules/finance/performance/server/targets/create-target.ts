import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { permissions, problems, type Target } from '../../contract.ts';
import type { PerformanceDeps } from '../deps.ts';
import { targetChanged } from '../events.ts';
import { loadTarget } from '../load.ts';
import * as repository from '../repository.ts';
import type { TargetRow } from '../tables.ts';

interface NewTarget {
  readonly year: number;
  readonly projectCode: string;
  readonly projectName: string;
}

/** Begins the target of a project; a project has one a year. */
export async function createTarget(
  deps: PerformanceDeps,
  actor: Actor,
  input: NewTarget,
  once: Once,
): Promise<Target> {
  authorise(actor, permissions.draft.name);
  const row = draftOf(deps, actor.centreId, input);
  const taken = { year: input.year, project: input.projectCode };
  return refuseDuplicate('target_project_unique', problems.targetTaken, taken, () =>
    deps.database.transaction(async (tx) => {
      repository.insertTarget(tx, row);
      targetChanged(tx, deps.clock, actor, { act: 'created', after: row });
      const view = await loadTarget(deps, tx, row);
      once.claim(tx, view);
      return view;
    }),
  );
}

/** A target that nobody has declared. */
export function draftOf(
  { clock }: Pick<PerformanceDeps, 'clock'>,
  centreId: number,
  { year, projectCode, projectName }: NewTarget,
): TargetRow {
  return {
    centre_id: centreId,
    target_id: newId(clock),
    year,
    project_code: projectCode,
    project_name: projectName,
    annual_goal: '',
    state: 'draft',
    is_proposal: false,
    returned_for: null,
    declared_by: null,
    declared_by_name: null,
    approved_on: null,
    version: 1,
    updated_at: clock.now(),
  };
}
