import { may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import { sendChange, tableOf } from '#kernel/db/prepared.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { commonProblems, type ProblemKind } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems, type Window, type WindowStateInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { lockRow } from '../repository-rows.ts';
import { listServed } from '../repository-served.ts';
import { findLastState } from '../repository-window-state.ts';
import type { WindowRow } from '../tables.ts';
import { recordState } from './record-window-state.ts';
import { decideState } from './rules.ts';
import { toWindows } from './window-kind.ts';

const WINDOW = tableOf<WindowRow>('organisation.service_window');

const REFUSALS = {
  moved: problems.stateMoved,
  refused: problems.stateRefused,
  'reason-needed': problems.reasonNeeded,
} as const satisfies Readonly<Record<string, ProblemKind>>;

/** Opens, pauses or closes a window or takes it offline, as the person at it or whoever runs the hall. */
export async function changeWindowState(
  deps: OrganisationDeps,
  actor: Actor,
  windowId: string,
  input: WindowStateInput,
  once: Once,
): Promise<Window> {
  return deps.database.transaction(async (tx) => {
    const after = await moveWindow(tx, deps.clock, actor, windowId, input);
    const [view] = await toWindows(tx, actor.centreId, [after]);
    once.claim(tx, view);
    return orNotFound(view);
  });
}

/** The same inside another act's transaction: a sign-in at a window opens it, for instance. */
export async function moveWindow(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  windowId: string,
  input: WindowStateInput,
): Promise<WindowRow> {
  const window = orNotFound(
    await lockRow(tx, 'organisation.service_window', actor.centreId, windowId),
  );
  await authoriseAtWindow(tx, actor, window);
  if (window.closed_on !== null) throw new ProblemError(problems.alreadyClosed);
  const asked = { seen: input.from, to: input.to, reason: input.reason };
  const decision = decideState(window.state, asked);
  if (!decision.allowed) {
    const last = await findLastState(tx, actor.centreId, windowId);
    const who = last?.changed_by_name ?? '其他人 / Someone else';
    throw new ProblemError(REFUSALS[decision.why], { who }, { more: { state: window.state } });
  }
  const state = recordState(tx, clock, actor, window, asked);
  // The directory does not say it: whoever keeps the directory may keep it.
  sendChange(tx, WINDOW, { centre_id: window.centre_id, window_id: windowId }, state);
  return { ...window, ...state };
}

/** A grant for the centre, the site, the window itself, or any department that it serves. */
async function authoriseAtWindow(tx: Tx, actor: Actor, window: WindowRow): Promise<void> {
  const at = { siteId: window.site_id, windowId: window.window_id };
  const permission = permissions.operateWindows.name;
  if (may(actor, permission, at)) return;
  const served = await listServed(tx, actor.centreId, [window.window_id]);
  if (served.some((pair) => may(actor, permission, { ...at, departmentId: pair.department_id })))
    return;
  throw new ProblemError(commonProblems.forbidden);
}
