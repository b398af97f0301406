import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { recordAudit } from '../audit/record.ts';
import { runText, sendText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { permissions, problems } from './contract-admin.ts';
import type { EventAdminDeps } from './lists.ts';
import { type At, releaseParked } from './parked.ts';
import { awaitPlace } from './places.ts';
import { replay } from './replay.ts';

const DONE = { done: true } as const;

interface ParkedKey {
  readonly event_id: string;
  readonly aggregate_kind: string;
  readonly aggregate_id: string;
  readonly state: string;
}

/** Tries an event again at once, with all its attempts. One that waits behind another is not moved before it. */
export async function retryParked(
  deps: EventAdminDeps,
  actor: Actor,
  listener: string,
  eventId: string,
) {
  authorise(actor, permissions.manage.name);
  const at = { centreId: actor.centreId, listener };
  await deps.database.transaction(async (tx) => {
    const parked = await lockParked(tx, at, eventId);
    if (parked.state !== 'waiting')
      sendText(
        tx,
        `UPDATE kernel.parked_event SET state = 'retrying', attempts = 0, next_at = $4
         WHERE centre_id = $1 AND listener = $2 AND event_id = $3`,
        [at.centreId, listener, eventId, deps.clock.now()],
      );
    record(deps, tx, actor, 'events.parked-retried', { listener, eventId });
  });
  return DONE;
}

/** Lets a listener go on without an event: the next one of its subject is then due. */
export async function skipParked(
  deps: EventAdminDeps,
  actor: Actor,
  target: { readonly listener: string; readonly eventId: string },
  reason: string,
) {
  authorise(actor, permissions.manage.name);
  const { listener, eventId } = target;
  const at = { centreId: actor.centreId, listener };
  await deps.database.transaction(async (tx) => {
    releaseParked(tx, at, await lockParked(tx, at, eventId), deps.clock.now());
    record(deps, tx, actor, 'events.parked-skipped', { listener, eventId, reason });
  });
  return DONE;
}

/** Gives a listener of the centre everything again that happened since an instant. */
export async function replayListener(
  deps: EventAdminDeps,
  actor: Actor,
  listener: string,
  { from, reason }: { readonly from: string; readonly reason: string },
) {
  authorise(actor, permissions.manage.name);
  orNotFound(deps.listeners().find((declared) => declared.name === listener));
  await deps.database.transaction(async (tx) => {
    await replay(tx, { centreId: actor.centreId, listener }, new Date(from), deps.clock.now());
    record(deps, tx, actor, 'events.listener-replayed', { listener, from, reason });
  });
  return DONE;
}

/** Forgets a listener that no longer exists, so that it no longer holds back the cleaning of the log. */
export async function removeListener(deps: EventAdminDeps, actor: Actor, listener: string) {
  authorise(actor, permissions.manage.name);
  if (deps.listeners().some((declared) => declared.name === listener))
    throw new ProblemError(problems.stillDeclared);
  await deps.database.transaction(async (tx) => {
    orNotFound(await awaitPlace(tx, actor.centreId, listener));
    for (const table of ['listener_place', 'parked_event'])
      sendText(tx, `DELETE FROM kernel.${table} WHERE centre_id = $1 AND listener = $2`, [
        actor.centreId,
        listener,
      ]);
    record(deps, tx, actor, 'events.listener-removed', { listener });
  });
  return DONE;
}

/** Waits for the worker that has the listener, so that nothing is handled while it is decided about. */
async function lockParked(tx: Tx, at: At, eventId: string): Promise<ParkedKey> {
  await awaitPlace(tx, at.centreId, at.listener);
  const rows = await runText<ParkedKey>(
    tx,
    `SELECT event_id, aggregate_kind, aggregate_id, state FROM kernel.parked_event
     WHERE centre_id = $1 AND listener = $2 AND event_id = $3`,
    [at.centreId, at.listener, eventId],
  );
  return orNotFound(rows[0]);
}

function record(
  { clock }: EventAdminDeps,
  tx: Tx,
  actor: Actor,
  act: string,
  body: { readonly listener: string; readonly [more: string]: unknown },
): void {
  const subject = { kind: 'events.listener', id: body.listener };
  recordAudit(tx, clock, actor, { act, subject, body });
}
