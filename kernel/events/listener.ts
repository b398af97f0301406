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

/**
 * Hears events of some kinds in the order they happened to a subject, at least once; `handle` writes in
 * the transaction that moves the listener's place, so its database effects happen once.
 */
export interface Listener {
  /** `module.what-it-does`, unique and stable: the place in the log is kept under it. */
  readonly name: string;
  readonly events: readonly EventKind[];
  readonly handle: (tx: Tx, event: Happened<unknown>) => Promise<void>;
}

/** Declares a listener for one kind of event, with its payload checked. */
export function listen<P extends z.ZodType>(
  name: string,
  kind: EventKind<P>,
  handle: (tx: Tx, event: Happened<z.output<P>>) => Promise<void>,
): Listener {
  return {
    name,
    events: [kind],
    handle: (tx, event) => handle(tx, { ...event, payload: kind.payload.parse(event.payload) }),
  };
}
