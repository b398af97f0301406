import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems, type TicketAct, ticketStateWords } from '../contract.ts';
import { type Around, aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { lockWindow, type WindowHeld } from './repository-call.ts';
import { findBusiness } from './repository-set-up.ts';
import { findWindowOf } from './repository-windows.ts';
import * as repository from './repository.ts';
import { isLawful } from './rules/states.ts';
import type { TicketRow } from './tables.ts';
import { toTicket } from './view.ts';

/** What a desk act stands on: the window that the person holds, and the ticket in hand. */
export interface AtWindow {
  readonly window: WindowHeld;
  readonly around: Around;
}

export interface AtTicket extends AtWindow {
  readonly row: TicketRow;
}

export function refuseState(row: Pick<TicketRow, 'number' | 'state'>): ProblemError {
  return new ProblemError(
    problems.refusedState,
    { number: row.number, state: ticketStateWords[row.state] },
    { more: { state: row.state } },
  );
}

/** Holds a window for an act of the person who is signed in there; refuses everybody else. */
export async function holdWindow(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  windowId: string,
): Promise<AtWindow> {
  const [around, window] = await Promise.all([
    aroundOf(deps, tx, actor.centreId),
    lockWindow(tx, actor.centreId, windowId),
  ]);
  authorise(actor, permissions.call.name, { windowId, siteId: window?.site_id });
  if (window === undefined || window.account_id !== actor.id)
    throw new ProblemError(problems.notSignedIn);
  return { window, around };
}

/** Holds the window of the asker, then a ticket: always in this order, so that two acts never wait for each other. */
export async function holdTicket(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  ticketId: string,
  act: TicketAct,
): Promise<AtTicket> {
  authoriseAnywhere(actor);
  const own = await findWindowOf(tx, actor.centreId, actor.id);
  if (own === undefined) throw new ProblemError(problems.notSignedIn);
  const at = await holdWindow(deps, tx, actor, own.window_id);
  const row = orNotFound(await repository.lockTicket(tx, actor.centreId, ticketId));
  if (row.day !== at.around.today || !isLawful(act, row.state)) throw refuseState(row);
  return { ...at, row };
}

function authoriseAnywhere(actor: Actor): void {
  if (!actor.grants.some((grant) => grant.permission === permissions.call.name))
    authorise(actor, permissions.call.name);
}

/** The current ticket of the window, and no other. */
export function requireOwn({ row, window }: AtTicket): void {
  if (row.window_id !== window.window_id)
    throw new ProblemError(problems.notYours, { number: row.number });
}

export function requireFree(window: WindowHeld): void {
  if (window.state !== 'open') throw new ProblemError(problems.windowPaused);
  if (window.current_number !== null)
    throw new ProblemError(problems.finishFirst, { number: window.current_number });
}

/** A ticket as it is answered. */
export async function showTicket(tx: Tx, row: TicketRow, around: Around) {
  const [business, ahead] = await Promise.all([
    findBusiness(tx, row.centre_id, row.business_id),
    row.state === 'waiting' ? repository.countAhead(tx, row) : null,
  ]);
  return toTicket(row, { business, around, ahead });
}
