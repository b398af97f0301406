import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { isDuplicate } from '#kernel/db/errors.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Called,
  type CallByNumber,
  permissions,
  problems,
  type Ticket,
  ticketStateWords,
} from '../contract.ts';
import { aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { changeTicket } from './events.ts';
import { lockWindow, takeAny, takeNext, type WindowHeld } from './repository-call.ts';
import { listServicesAt } from './repository-posts.ts';
import * as repository from './repository.ts';
import { isLawful, secondsUntilRecall } from './rules/states.ts';
import { readSettings } from './settings.ts';
import type { TicketRow } from './tables.ts';
import { toSession, toTicket } from './view.ts';
import {
  type AtWindow,
  holdTicket,
  holdWindow,
  requireFree,
  requireOwn,
  showTicket,
} from './work.ts';

/**
 * Calls the next of the lines that the window serves. A ticket is held before it is called and the database
 * keeps one caller for each ticket, one ticket at each window and one window for each person, so no number of
 * servers and no crash can call one person twice.
 */
export async function callNext(
  deps: QueueDeps,
  actor: Actor,
  windowId: string,
  once: Once,
): Promise<Called> {
  const { db } = deps.database;
  const around = await aroundOf(deps, db, actor.centreId);
  const siteId = around.directory.windows.byId.get(windowId)?.siteId;
  authorise(actor, permissions.call.name, { windowId, siteId });
  const wanted = { centreId: actor.centreId, windowId, day: around.today, now: around.now };
  return refuseSecondTicket(() =>
    again(() =>
      deps.database.transaction(async (tx) => {
        // Asked for together, in one round trip; the ticket is let go again when the window may not call.
        const [window, next] = await Promise.all([
          lockWindow(tx, actor.centreId, windowId),
          takeNext(tx, wanted),
        ]);
        if (window === undefined || window.account_id !== actor.id)
          throw new ProblemError(problems.notSignedIn);
        requireFree(window);
        const row = next ?? (await takeAny(tx, wanted));
        if (row === undefined) throw new ProblemError(problems.nobodyWaits);
        return callIn(deps, tx, actor, { at: { window, around }, row, once });
      }),
    ),
  );
}

/** Calls a ticket of today out of turn; the reason is kept in its record and in the audit log. */
export async function callByNumber(
  deps: QueueDeps,
  actor: Actor,
  windowId: string,
  { number, reason }: CallByNumber,
  once: Once,
): Promise<Called> {
  return refuseSecondTicket(() =>
    deps.database.transaction(async (tx) => {
      const at = await holdWindow(deps, tx, actor, windowId);
      requireFree(at.window);
      const [row, services] = await Promise.all([
        repository.lockByNumber(tx, actor.centreId, {
          siteId: at.window.site_id,
          day: at.around.today,
          number: number.toUpperCase(),
        }),
        listServicesAt(tx, actor.centreId, windowId),
      ]);
      const ticket = orNotFound(row);
      if (!services.some((service) => service.business_id === ticket.business_id))
        throw new ProblemError(problems.notServed);
      if (!isLawful('called', ticket.state))
        throw new ProblemError(problems.notFree, {
          number: ticket.number,
          state: ticketStateWords[ticket.state],
        });
      return callIn(deps, tx, actor, { at, row: ticket, reason, once });
    }),
  );
}

function callIn(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  of: {
    readonly at: AtWindow;
    readonly row: TicketRow;
    readonly reason?: string;
    readonly once: Once;
  },
): Called {
  const { at, row, reason = '' } = of;
  const { window, around } = at;
  const called = changeTicket(
    { tx, clock: deps.clock, actor },
    row,
    'called',
    {
      state: 'called',
      calls: row.state === 'waiting' ? row.calls + 1 : 1,
      // The first call counts for the waiting time; a later one never moves it.
      called_at: row.called_at ?? around.now,
      last_called_at: around.now,
      ended_at: null,
      ...placeColumns(window),
      target_window_id: null,
    },
    { place: window, reason },
  );
  const answer = {
    ticket: toTicket(called, { business: around.businesses.get(row.business_id), around }),
    session: toSession(window, around, 'called'),
  };
  of.once.claim(tx, answer);
  return answer;
}

export const placeColumns = (window: WindowHeld) => ({
  window_id: window.window_id,
  window_number: window.window_number,
  person_id: window.person_id,
  person_name: window.person_name,
});

/** Calls the current ticket again, after a moment in which the person can come. */
export async function recall(
  deps: QueueDeps,
  actor: Actor,
  ticketId: string,
  once: Once,
): Promise<Ticket> {
  return deps.database.transaction(async (tx) => {
    const at = await holdTicket(deps, tx, actor, ticketId, 'recalled');
    requireOwn(at);
    const { row, around, window } = at;
    const settings = await readSettings(tx, actor.centreId);
    const seconds = secondsUntilRecall(
      row.last_called_at,
      around.now,
      settings.secondsBetweenCalls,
    );
    if (seconds > 0) throw new ProblemError(problems.tooSoon, { seconds });
    const after = changeTicket(
      { tx, clock: deps.clock, actor },
      row,
      'recalled',
      { calls: row.calls + 1, last_called_at: around.now },
      { place: window },
    );
    const ticket = await showTicket(tx, after, around);
    once.claim(tx, ticket);
    return ticket;
  });
}

/** A window called twice in one moment: the second is told to finish the first. */
async function refuseSecondTicket<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, 'ticket_one_at_window'))
      throw new ProblemError(problems.finishFirst, { number: '' }, { cause: error });
    if (isDuplicate(error, 'ticket_one_caller'))
      throw new ProblemError(problems.nobodyWaits, {}, { cause: error });
    throw error;
  }
}

const ATTEMPTS = 5;

/** The person of the ticket was called elsewhere in this very moment: the next in line is taken instead. */
async function again<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isDuplicate(error, 'ticket_one_caller')) throw error;
    }
  }
}
