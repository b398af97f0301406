import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Licence,
  permissions,
  problems,
  type StateAct,
  type StateChange,
} from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import { stateChanged } from './events.ts';
import { viewLicence } from './get-licence.ts';
import type { ActOnLicence } from './inputs.ts';
import * as repository from './repository.ts';
import { decideMove } from './rules.ts';
import type { LicenceRow } from './tables.ts';

/** A clerk of the issuing department changes the state of a licence. */
export async function changeState(
  deps: LicencesDeps,
  actor: Actor,
  input: StateChange & { readonly licenceId: string; readonly act: StateAct },
  once: Once,
): Promise<Licence> {
  const { licenceId, act, ground, reason } = input;
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockLicence(tx, actor.centreId, licenceId));
    authorise(actor, permissions.manage.name, { departmentId: row.department_id });
    requireVersion(row, input.version);
    await move(deps, tx, actor, row, {
      licenceId,
      act,
      ground,
      reason,
      caseId: null,
      caseNumber: '',
    });
    const view = await viewLicence(deps, tx, actor, licenceId);
    once.claim(tx, view);
    return view;
  });
}

/** The same by a decided case, in its transaction; the case has authorised it. */
export async function actOnLicence(
  deps: LicencesDeps,
  tx: Tx,
  actor: Actor,
  input: ActOnLicence,
): Promise<void> {
  const row = orNotFound(await repository.lockLicence(tx, actor.centreId, input.licenceId));
  await move(deps, tx, actor, row, input);
}

async function move(
  deps: LicencesDeps,
  tx: Tx,
  actor: Actor,
  row: LicenceRow,
  input: ActOnLicence,
): Promise<void> {
  const { today } = await centreDay(deps, tx, actor.centreId);
  const standing = { state: row.state, validUntil: row.valid_until };
  const decision = decideMove(standing, input.act, input.ground, today);
  if (!decision.allowed)
    throw new ProblemError(
      decision.reason === 'state' ? problems.notInState : problems.groundWrong,
    );
  const after: LicenceRow = {
    ...row,
    state: decision.to,
    version: row.version + 1,
    updated_at: deps.clock.now(),
  };
  repository.updateLicence(tx, after);
  stateChanged(tx, deps.clock, actor, after, {
    act: input.act,
    from: row.state,
    toState: decision.to,
    ground: input.ground,
    reason: input.reason,
    caseId: input.caseId,
    caseNumber: input.caseNumber,
  });
}
