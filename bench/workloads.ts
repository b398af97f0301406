import { jobs } from './jobs.ts';
import { live } from './live.ts';
import type { Workload } from './workload.ts';

/** All workloads, in the order in which they run. */
export const workloads: readonly Workload[] = [jobs, live];
