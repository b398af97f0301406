import type { z } from 'zod';
import type { Words } from '../problems/contract.ts';

/** A fact that happened. `name` is `module.fact-in-the-past`; the payload's shape is versioned. */
export interface EventKind<P extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly version: number;
  readonly title: Words;
  readonly payload: P;
  /** Who may follow it live; undefined keeps it on the server. */
  readonly live?: LiveTopic<P>;
}

/** The topic of the live channel on which an event is shown, made from its payload. */
export type LiveTopic<P extends z.ZodType> = (payload: z.output<P>) => string;

/** Declares a kind of event. */
export function event<P extends z.ZodType>(kind: EventKind<P>): EventKind<P> {
  return kind;
}
