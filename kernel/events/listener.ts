import type { z } from 'zod';

import type { Tx } from '../db/types.ts';
import type { EventKind } from './contract.ts';

/** An event as a listener gets it. */
export interface Happened<P> {
  readonly eventId: string;
  readonly centreId: number;
  readonly name: string;
  readonly version: number;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly actor: { readonly kind: string; readonly id: string };
  readonly at: Date;
  readonly payload: P;
}

export interface ListenerOptions {
  /** Where a listener that is new to a centre begins: at the log's `beginning` unless it says `now`. */
  readonly start?: 'beginning' | 'now';
  /** Attempts at one event before it becomes a dead letter, and the first pause, which doubles. 8 and 5 s unless told. */
  readonly retry?: { readonly attempts: number; readonly backoffSeconds: number };
}

/**
 * Hears events of some kinds in the order they happened to a subject, at least once; `handle` writes in
 * the transaction that moves the listener's place, so its database effects happen once. A replay gives
 * it old events again: what it writes must be the same for the same event.
 */
export interface Listener extends ListenerOptions {
  /** `module.what-it-does`, unique and stable: the place in the log is kept under it. */
  readonly name: string;
  readonly events: readonly EventKind[];
  handle(tx: Tx, event: Happened<unknown>): Promise<void>;
}

/** Declares a listener for one kind of event, with its payload checked. */
export function listen<P extends z.ZodType>(
  name: string,
  kind: EventKind<P>,
  handle: (tx: Tx, event: Happened<z.output<P>>) => Promise<void>,
  options: ListenerOptions = {},
): Listener {
  return listenToAll(name, [on(kind, handle)], options);
}

/** What a listener does about one kind of event; made by `on`. */
export interface Hearing {
  readonly kind: EventKind;
  handle(tx: Tx, event: Happened<unknown>): Promise<void>;
}

/** Binds a kind of event to what is done about it, for `listenToAll`. */
export function on<P extends z.ZodType>(
  kind: EventKind<P>,
  handle: (tx: Tx, event: Happened<z.output<P>>) => Promise<void>,
): Hearing {
  return {
    kind,
    handle: (tx, event) => handle(tx, { ...event, payload: kind.payload.parse(event.payload) }),
  };
}

/** Declares one listener for several kinds of event, which keep their order among each other. */
export function listenToAll(
  name: string,
  hearings: readonly Hearing[],
  options: ListenerOptions = {},
): Listener {
  const byName = new Map(hearings.map((hearing) => [hearing.kind.name, hearing]));
  return {
    ...options,
    name,
    events: hearings.map((hearing) => hearing.kind),
    handle: async (tx, event) => byName.get(event.name)?.handle(tx, event),
  };
}
