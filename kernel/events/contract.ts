import type { z } from 'zod';

import type { Words } from '../problems/contract.ts';

/** A fact that happened. `name` is `module.fact-in-the-past`; the payload's shape is versioned. */
export interface EventKind<P extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly version: number;
  readonly title: Words;
  readonly payload: P;
  /**
   * The topics of the live channel on which the event is shown, made from its payload; without it the
   * event stays on the server. Followers see which record it is about, and of the payload only `liveFields`.
   */
  live?(payload: z.output<P>): LiveTopics;
  /** Fields of the payload that everybody who may follow the topic may read. None unless named. */
  readonly liveFields?: readonly string[];
}

/** One topic, several, or none for this payload. A topic is a registered prefix, alone or followed by `/` and an id. */
export type LiveTopics = string | readonly string[] | undefined;

/** Declares a kind of event. */
export function event<P extends z.ZodType>(
  kind: EventKind<P> & { readonly liveFields?: ReadonlyArray<keyof z.output<P> & string> },
): EventKind<P> {
  return kind;
}
