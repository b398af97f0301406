import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Finish,
  permissions,
  problems,
  type Ticket,
  type TicketAct,
  type Transfer,
} from '../contract.ts';
import { aroundOf } from './around.ts';
import { placeColumns } from './call.ts';
import type { QueueDeps } from './deps.ts';
import { changeTicket } from './events.ts';
import { listServicesAt } from './repository-posts.ts';
import { findBusiness } from './repository-set-up.ts';
import { listAtWindow } from './repository-windows.ts';
import * as repository from './repository.ts';
import { placeBehind, placeInLine, shareOf } from './rules/line.ts';
import { isLawful } from './rules/states.ts';
import { readSettings } from './settings.ts';
import type { TicketRow } from './tables.ts';
import {
  type AtTicket,
  holdTicket,
  refuseState,
  requireFree,
  requireOwn,
  showTicket,
} from './work.ts';

const MINUTE_MS = 60_000;

interface Step {
  readonly changes: Partial<TicketRow>;
  readonly reason?: string;
}

/** One act on a ticket at the window of whoever asks. */
async function actAtWindow(
  deps: QueueDeps,
  actor: Actor,
  of: { readonly ticketId: string; readonly act: TicketAct; readonly once: Once },
  decide: (at: AtTicket, tx: Tx) => Promise<Step> | Step,
): Promise<Ticket> {
  return deps.database.transaction(async (tx) => {
    const at = await holdTicket(deps, tx, actor, of.ticketId, of.act);
    const { changes, reason = '' } = await decide(at, tx);
    const writing = { tx, clock: deps.clock, actor };
    const after = changeTicket(writing, at.row, of.act, changes, { place: at.window, reason });
    const ticket = await showTicket(tx, after, at.around);
    of.once.claim(tx, ticket);
    return ticket;
  });
}

/** The person has come. Waiting ended with the first call, service begins now. */
export function start(deps: QueueDeps, actor: Actor, ticketId: string, once: Once) {
  return actAtWindow(deps, actor, { ticketId, act: 'started', once }, (at) => {
    requireOwn(at);
    return {
      changes: { state: 'serving', started_at: at.row.started_at ?? at.around.now },
    };
  });
}

/** Ends the visit. What was done is always said: it decides who may be asked for a rating. */
export function finish(
  deps: QueueDeps,
  actor: Actor,
  ticketId: string,
  { kind, note }: Finish,
  once: Once,
) {
  return actAtWindow(deps, actor, { ticketId, act: 'finished', once }, (at) => {
    requireOwn(at);
    return {
      changes: { state: 'done', ended_at: at.around.now, finish_kind: kind, reason: note },
      reason: note,
    };
  });
}

/** Nobody came. Only after the calls that the centre demands. */
export function miss(deps: QueueDeps, actor: Actor, ticketId: string, reason: string, once: Once) {
  return actAtWindow(deps, actor, { ticketId, act: 'missed', once }, async (at, tx) => {
    requireOwn(at);
    const { callsBeforeMissed } = await readSettings(tx, actor.centreId);
    if (at.row.calls < callsBeforeMissed)
      throw new ProblemError(problems.calledTooFew, { calls: callsBeforeMissed });
    return { changes: { state: 'missed', ended_at: at.around.now, reason }, reason };
  });
}

/** Keeps the number while a paper is fetched; the window can call the next. */
export function hold(deps: QueueDeps, actor: Actor, ticketId: string, reason: string, once: Once) {
  return actAtWindow(deps, actor, { ticketId, act: 'held', once }, async (at, tx) => {
    requireOwn(at);
    const { window, around } = at;
    const [settings, held] = await Promise.all([
      readSettings(tx, actor.centreId),
      listAtWindow(tx, actor.centreId, {
        windowId: window.window_id,
        day: around.today,
        states: ['held'],
        limit: 20,
      }),
    ]);
    if (held.length >= settings.heldPerWindow) throw refuseState(held[0] ?? at.row);
    const until = new Date(around.now.getTime() + settings.holdMinutes * MINUTE_MS);
    return { changes: { state: 'held', hold_until: until, reason }, reason };
  });
}

/** Goes on with a held ticket, at this window even when another one held it. */
export function resumeHeld(deps: QueueDeps, actor: Actor, ticketId: string, once: Once) {
  return actAtWindow(deps, actor, { ticketId, act: 'resumed', once }, (at) => {
    requireFree(at.window);
    return { changes: { state: 'serving', hold_until: null, ...placeColumns(at.window) } };
  });
}

/** Back in line behind the next few, once a day. Only a window that serves its line may do so. */
export function requeue(deps: QueueDeps, actor: Actor, ticketId: string, once: Once) {
  return actAtWindow(deps, actor, { ticketId, act: 'requeued', once }, async (at, tx) => {
    const { row, window } = at;
    if (row.requeues > 0) throw new ProblemError(problems.requeuedBefore, { number: row.number });
    await requireServed(tx, row.centre_id, window.window_id, row.business_id);
    const settings = await readSettings(tx, actor.centreId);
    await repository.lockLine(tx, row.centre_id, row.business_id, row.day);
    const first = await repository.listFirst(
      tx,
      row.centre_id,
      row.business_id,
      row.day,
      Math.max(1, settings.requeuePosition),
    );
    const keys = first.map((other) => other.line_key);
    return {
      changes: {
        state: 'waiting',
        requeues: row.requeues + 1,
        calls: 0,
        ended_at: null,
        line_key: placeBehind(keys, settings.requeuePosition),
        ...NO_PLACE,
      },
    };
  });
}

const NO_PLACE = { window_id: null, window_number: null, person_id: null, person_name: '' };

async function requireServed(
  tx: Tx,
  centreId: number,
  windowId: string,
  businessId: string,
): Promise<void> {
  const services = await listServicesAt(tx, centreId, windowId);
  if (!services.some((service) => service.business_id === businessId))
    throw new ProblemError(problems.notServed);
}

/**
 * 转窗、转业务: back to waiting in another line, or for one window of it. The time of issue stays, so what was
 * waited is not lost, and the lane goes before normal tickets.
 */
export function transfer(
  deps: QueueDeps,
  actor: Actor,
  ticketId: string,
  to: Transfer,
  once: Once,
) {
  return actAtWindow(deps, actor, { ticketId, act: 'transferred', once }, async (at, tx) => {
    requireOwn(at);
    const { row } = at;
    const businessId = to.businessId ?? row.business_id;
    const [business, settings] = await Promise.all([
      findBusiness(tx, actor.centreId, businessId),
      readSettings(tx, actor.centreId),
    ]);
    if (business?.site_id !== row.site_id) throw new ProblemError(problems.unknownBusiness);
    if (to.windowId !== undefined) await requireServed(tx, actor.centreId, to.windowId, businessId);
    const [line, head] = await Promise.all([
      repository.lockLine(tx, actor.centreId, businessId, row.day),
      repository.findHead(tx, actor.centreId, businessId, row.day),
    ]);
    const lane = row.lane === 'green' ? 'green' : 'transferred';
    const key = placeInLine(repository.toLine(line, head), lane, shareOf(lane, settings));
    repository.keepLine(tx, line, { lane, key });
    return {
      changes: {
        state: 'waiting',
        business_id: businessId,
        zone_id: business.zone_id,
        lane,
        line_key: key,
        calls: 0,
        target_window_id: to.windowId ?? null,
        noticed_at: null,
        reason: to.reason,
        ...NO_PLACE,
      },
      reason: to.reason,
    };
  });
}

/** The person has gone: from the window's hands, or from a line that it serves. */
export function giveUp(
  deps: QueueDeps,
  actor: Actor,
  ticketId: string,
  reason: string,
  once: Once,
) {
  return actAtWindow(deps, actor, { ticketId, act: 'left', once }, async (at, tx) => {
    const { row, window } = at;
    if (row.state === 'called') requireOwn(at);
    else await requireServed(tx, actor.centreId, window.window_id, row.business_id);
    return { changes: { state: 'left', ended_at: at.around.now, reason }, reason };
  });
}

/** 绿色通道: to the front of its line as a lane of its own. Who allowed it and why is in the record. */
export async function allowGreen(
  deps: QueueDeps,
  actor: Actor,
  ticketId: string,
  reason: string,
  once: Once,
): Promise<Ticket> {
  return deps.database.transaction(async (tx) => {
    const around = await aroundOf(deps, tx, actor.centreId);
    const row = orNotFound(await repository.lockTicket(tx, actor.centreId, ticketId));
    authorise(actor, permissions.allowGreen.name, { siteId: row.site_id });
    if (row.day !== around.today || !isLawful('green-allowed', row.state)) throw refuseState(row);
    const [settings, line, head] = await Promise.all([
      readSettings(tx, actor.centreId),
      repository.lockLine(tx, actor.centreId, row.business_id, row.day),
      repository.findHead(tx, actor.centreId, row.business_id, row.day),
    ]);
    const key = placeInLine(repository.toLine(line, head), 'green', shareOf('green', settings));
    repository.keepLine(tx, line, { lane: 'green', key });
    const after = changeTicket(
      { tx, clock: deps.clock, actor },
      row,
      'green-allowed',
      { lane: 'green', line_key: Math.min(key, row.line_key), reason },
      { reason },
    );
    const ticket = await showTicket(tx, after, around);
    once.claim(tx, ticket);
    return ticket;
  });
}
