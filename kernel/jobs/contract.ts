import type { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import type { Tx } from '../db/types.ts';
import type { Words } from '../problems/contract.ts';

/** What a job's handler is given beside its payload. */
export interface JobContext {
  /** The system, in the job's centre. */
  readonly actor: Actor;
  readonly attempt: number;
  /** Aborted when the process stops; long work looks at it. */
  readonly signal: AbortSignal;
}

/** One kind of work done later: shape, schedule, retries, idempotency key and handler read together. */
export interface Job<P extends z.ZodType = z.ZodType> {
  /** `module.verb-noun`, unique. */
  readonly name: string;
  readonly title: Words;
  readonly payload: P;
  /** For repeated work: a cron line of five fields in the centre's zone, or every so many seconds. */
  readonly schedule?: { readonly cron: string } | { readonly everySeconds: number };
  readonly retry: { readonly attempts: number; readonly backoffSeconds: number };
  /** Permissions of the system actor that runs it. */
  readonly permissions?: readonly string[];
  /** Two waiting jobs with one key are one. */
  readonly key?: (payload: z.output<P>) => string;
  /**
   * `in-transaction`: the handler's writes and the job's removal are one transaction, so the effect
   * happens exactly once. `outside`: for calls to other systems; at least once, the other side must
   * recognise a repeat.
   */
  readonly run:
    | {
        readonly mode: 'in-transaction';
        readonly handle: (tx: Tx, payload: z.output<P>, context: JobContext) => Promise<void>;
      }
    | {
        readonly mode: 'outside';
        readonly handle: (payload: z.output<P>, context: JobContext) => Promise<void>;
      };
}

/** Declares a job. */
export function job<P extends z.ZodType>(definition: Job<P>): Job<P> {
  return definition;
}
