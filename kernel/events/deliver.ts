import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from '../db/types.ts';
import { nextAttempt } from '../jobs/backoff.ts';
import { isConnectionFailure, toFailureText } from '../jobs/failure-text.ts';
import type { Log } from '../observe/log.ts';
import type { Happened, Listener } from './listener.ts';
import {
  BEGINNING,
  type DueRow,
  findEvent,
  listDueEvents,
  type LogRow,
  readHorizon,
} from './log.ts';
import {
  type At,
  failParked,
  findRetryDue,
  parkEvent,
  type ParkedHead,
  type Parking,
  releaseParked,
} from './parked.ts';
import { awaitPlace, type HeldPlace, isSamePlace, movePlace, takePlace } from './places.ts';

export interface DeliveryDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

export interface DeliveryFailure {
  readonly listener: string;
  readonly eventId: string;
  readonly error: unknown;
}

/** What came of one visit to a listener. */
export interface Delivery {
  readonly handled: number;
  readonly failures: readonly DeliveryFailure[];
  /** Every transaction below this number was looked at; undefined when another worker has the listener. */
  readonly reached: bigint | undefined;
}

const BATCH = 50;
const DEFAULT_RETRY = { attempts: 8, backoffSeconds: 5 };
/** A place that only falls behind events of other kinds is moved now and then, so that the next search is short. */
const STALE_MS = 600_000;
const STALE_TRANSACTIONS = 10_000n;

interface Visit extends DeliveryDeps {
  readonly listener: Listener;
  readonly at: At;
}

/** Where a failure happened, for the second transaction that writes it down. */
type Doing =
  | {
      readonly from: 'log';
      readonly place: HeldPlace;
      readonly row: LogRow;
      readonly isAlone: boolean;
    }
  | { readonly from: 'parked'; readonly head: ParkedHead };

type Step =
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed-together' }
  | { readonly kind: 'failed'; readonly eventId: string; readonly error: unknown }
  | { readonly kind: 'done'; readonly handled: number; readonly horizon: string }
  | { readonly kind: 'more'; readonly handled: number };

/**
 * Brings one listener in one centre up to date: set-aside events that are due, then the log. Events are
 * handled many in a transaction; when one fails, the same events are handled one by one, and the one
 * that fails again is set aside with its subject while the others go on.
 */
export async function deliver(
  deps: DeliveryDeps,
  centreId: number,
  listener: Listener,
  signal?: AbortSignal,
): Promise<Delivery> {
  const visit: Visit = { ...deps, listener, at: { centreId, listener: listener.name } };
  const failures: DeliveryFailure[] = [];
  let handled = 0;
  let careful = 0;
  for (;;) {
    if (signal?.aborted === true) return { handled, failures, reached: 0n };
    const step = await tryStep(visit, careful > 0 ? 1 : BATCH);
    switch (step.kind) {
      case 'busy':
        return { handled, failures, reached: undefined };
      case 'failed-together':
        careful = BATCH;
        break;
      case 'failed':
        failures.push({ listener: listener.name, eventId: step.eventId, error: step.error });
        break;
      case 'done':
        return { handled: handled + step.handled, failures, reached: BigInt(step.horizon) };
      case 'more':
        handled += step.handled;
        careful -= 1;
        break;
    }
  }
}

/** One step, with what came of it when it failed. Throws when the database cannot be reached. */
async function tryStep(visit: Visit, limit: number): Promise<Step> {
  const doing: { current?: Doing } = {};
  try {
    return await visit.database.transaction((tx) => takeStep(visit, tx, limit, doing));
  } catch (error) {
    const { current } = doing;
    if (current === undefined || isConnectionFailure(error)) throw error;
    if (current.from === 'log' && !current.isAlone) return { kind: 'failed-together' };
    await setAside(visit, current, error);
    return { kind: 'failed', eventId: eventOf(current), error };
  }
}

function eventOf(doing: Doing): string {
  return doing.from === 'log' ? doing.row.event_id : doing.head.event_id;
}

/** One transaction: one set-aside event, or the next events of the log. */
async function takeStep(
  { clock, listener, at }: Visit,
  tx: Tx,
  limit: number,
  doing: { current?: Doing },
): Promise<Step> {
  const now = clock.now();
  const [place, head, horizon] = await Promise.all([
    takePlace(tx, at.centreId, at.listener),
    findRetryDue(tx, at, now),
    readHorizon(tx),
  ]);
  if (place === undefined) return { kind: 'busy' };
  if (head !== undefined) {
    doing.current = { from: 'parked', head };
    const row = await findEvent(tx, at.centreId, head.event_id);
    if (row !== undefined) await listener.handle(tx, toHappened(row));
    releaseParked(tx, at, head, now);
    return { kind: 'more', handled: 1 };
  }
  const names = listener.events.map((kind) => kind.name);
  const rows = await listDueEvents(tx, { ...at, names, after: place, limit });
  const handled = await handleRows(tx, listener, at, { rows, place, now, doing });
  const last = rows.at(-1);
  const isCaughtUp = rows.length < limit;
  if (isCaughtUp) leavePlace(tx, at, place, { last, horizon, now });
  else if (last !== undefined) movePlace(tx, at, last, now);
  return isCaughtUp ? { kind: 'done', handled, horizon } : { kind: 'more', handled };
}

async function handleRows(
  tx: Tx,
  listener: Listener,
  at: At,
  batch: {
    readonly rows: readonly DueRow[];
    readonly place: HeldPlace;
    readonly now: Date;
    readonly doing: { current?: Doing };
  },
): Promise<number> {
  const { rows, place, now, doing } = batch;
  let handled = 0;
  for (const row of rows) {
    if (row.is_parked) {
      parkEvent(tx, at, row, { state: 'waiting', attempts: 0, nextAt: now, error: null, now });
    } else {
      doing.current = { from: 'log', place, row, isAlone: rows.length === 1 };
      await listener.handle(tx, toHappened(row));
      handled += 1;
    }
  }
  return handled;
}

/** After the last event: everything below the horizon is done, whatever its kind. */
function leavePlace(
  tx: Tx,
  at: At,
  place: HeldPlace,
  end: { readonly last: LogRow | undefined; readonly horizon: string; readonly now: Date },
): void {
  // What ended between the two questions may lie beyond the horizon; a place never moves back.
  if (end.last !== undefined && BigInt(end.last.written_by) >= BigInt(end.horizon)) {
    return movePlace(tx, at, end.last, end.now);
  }
  const gap = BigInt(end.horizon) - BigInt(place.written_by);
  const isStale =
    gap > STALE_TRANSACTIONS || end.now.getTime() - place.moved_at.getTime() > STALE_MS;
  if (end.last === undefined && (gap <= 0n || !isStale)) return undefined;
  return movePlace(tx, at, { written_by: end.horizon, event_id: BEGINNING.event_id }, end.now);
}

/** Writes a failure down in a transaction of its own, if the listener still stands where it failed. */
async function setAside(
  { database, clock, log, listener, at }: Visit,
  doing: Doing,
  error: unknown,
): Promise<void> {
  const now = clock.now();
  const attempts = doing.from === 'parked' ? doing.head.attempts + 1 : 1;
  const nextAt = nextAttempt(listener.retry ?? DEFAULT_RETRY, attempts, now);
  const parking: Parking = {
    state: nextAt === undefined ? 'dead' : 'retrying',
    attempts,
    nextAt: nextAt ?? now,
    error: toFailureText(error),
    now,
  };
  await database.transaction(async (tx) => {
    const place = await awaitPlace(tx, at.centreId, at.listener);
    if (doing.from === 'parked') return failParked(tx, at, doing.head, parking);
    if (place === undefined || !isSamePlace(place, doing.place)) return undefined;
    parkEvent(tx, at, doing.row, parking);
    return movePlace(tx, at, doing.row, now);
  });
  const facts = { ...at, eventId: eventOf(doing), attempts, err: error };
  if (nextAt === undefined) log.error(facts, 'event became a dead letter');
  else log.warn(facts, 'listener failed; its subject waits');
}

function toHappened(row: LogRow): Happened<unknown> {
  return {
    eventId: row.event_id,
    centreId: row.centre_id,
    name: row.name,
    version: row.version,
    subject: { kind: row.aggregate_kind, id: row.aggregate_id },
    actor: { kind: row.actor_kind, id: row.actor_id },
    at: row.at,
    payload: row.payload,
  };
}
