import type { Database } from '#kernel/db/database.ts';

/** How a database is reached, as a child process is told on its command line. */
export interface BenchConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

/**
 * What a workload is given: a migrated database of its own with centre 1, and a way to say what it does. The
 * process has joined the notifier of its database, as every server process has.
 */
export interface BenchContext {
  readonly database: Database;
  readonly connection: BenchConnection;
  readonly say: (line: string) => void;
  /** Whatever is left to chance follows from it: the same seed, the same run. */
  readonly seed: number;
  /** Share of the full number of requests, kills and the like; below 1 only to try a workload out. */
  readonly scale: number;
}

/** A limit that a figure must keep, or the run fails. */
export type Gate = { readonly atLeast: number } | { readonly atMost: number };

/** One figure that a workload measured. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly gate?: Gate;
}

/** One measurement of the product, with the limits that it must keep. */
export interface Workload {
  /** What it is called on the command line. */
  readonly name: string;
  readonly title: string;
  readonly run: (context: BenchContext) => Promise<readonly Figure[]>;
}

/** Whether a figure keeps its gate; one without a gate always does. */
export function keepsGate({ value, gate }: Figure): boolean {
  if (gate === undefined) return true;
  return 'atLeast' in gate ? value >= gate.atLeast : value <= gate.atMost;
}
