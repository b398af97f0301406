import type { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import type { Tx } from '../db/types.ts';
import type { Words } from '../problems/contract.ts';

/** What a job's handler is given beside its payload. */
export interface JobContext {
  /** The system, in the job's centre. */
  readonly actor: Actor;
  /** 1 for the first. */
  readonly attempt: number;
  /** When it was to run, however late it is: a nightly job counts the day of this, not of the clock. */
  readonly dueAt: Date;
  /** Aborted when the process stops or the job's time is up; long work looks at it. */
  readonly signal: AbortSignal;
}

/** A cron line of five fields in the centre's zone, or every so many seconds by the clock's full hours. */
export type Schedule = { readonly cron: string } | { readonly everySeconds: number };

/** One kind of work done later: shape, schedule, retries, idempotency key and handler read together. */
export interface Job<P extends z.ZodType = z.ZodType> {
  /** `module.verb-noun`, unique. */
  readonly name: string;
  readonly title: Words;
  /** A scheduled job is given `{}`. */
  readonly payload: P;
  /**
   * One run for each due time whatever the number of processes; times that passed while nothing ran, or
   * while the run before was not finished, are made up by one run.
   */
  readonly schedule?: Schedule;
  readonly retry: { readonly attempts: number; readonly backoffSeconds: number };
  /** Permissions of the system actor that runs it. */
  readonly permissions?: readonly string[];
  /** Two waiting jobs with one key are one; a job that runs already is not waiting. */
  key?(payload: z.output<P>): string;
  /** How long an `outside` job may take before it is aborted and counts as failed. 900 unless told. */
  readonly timeoutSeconds?: number;
  /**
   * `in-transaction`: the handler's writes and the job's removal are one transaction, so the effect
   * happens exactly once. `outside`: for calls to other systems; at least once, the other side must
   * recognise a repeat.
   */
  readonly run: InTransaction<P> | Outside<P>;
}

export interface InTransaction<P extends z.ZodType> {
  readonly mode: 'in-transaction';
  handle(tx: Tx, payload: z.output<P>, context: JobContext): Promise<void>;
}

export interface Outside<P extends z.ZodType> {
  readonly mode: 'outside';
  handle(payload: z.output<P>, context: JobContext): Promise<void>;
}

/** Declares a job. */
export function job<P extends z.ZodType>(definition: Job<P>): Job<P> {
  return definition;
}
