import { backup } from './backup.ts';
import { durability } from './durability.ts';
import { jobs } from './jobs.ts';
import { live } from './live.ts';
import { portability } from './portability.ts';
import { install, start } from './start.ts';
import type { Workload } from './workload.ts';

/** All workloads, in the order in which they run. */
export const workloads: readonly Workload[] = [
  jobs,
  live,
  durability,
  start,
  backup,
  portability,
  // It fetches every package again: only for whoever asks.
  ...(process.argv.includes(install.name) ? [install] : []),
];
