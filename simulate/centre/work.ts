import { createWorker } from '#kernel/jobs/worker.ts';
import { createModules } from '#server/modules.ts';

import { createDrivenClock } from './driven-clock.ts';
import { Given, openFoundation } from './open-centre.ts';
import { obey } from './orders.ts';

// The background work of a simulated centre: listeners, jobs, schedules and the audit chains.
const given = Given.parse(JSON.parse(process.argv[2] ?? '{}'));
const clock = createDrivenClock(given.epochMs);
const foundation = openFoundation(given, clock);
const running = createModules(foundation);
/** The clock runs a thousand times faster than a job does: half an hour of it is a second or two. */
const LEASE_MS = 30 * 60_000;
const worker = createWorker({
  ...foundation,
  jobs: running.jobs,
  listeners: running.listeners,
  pollMs: 100,
  leaseMs: LEASE_MS,
});
worker.start();
obey({
  clock,
  drain: async () => {
    const { jobs, events, sealed, failures } = await worker.drain();
    return { jobs, events, sealed, failures: failures.map((failure) => JSON.stringify(failure)) };
  },
  stop: async () => {
    await worker.stop();
    await foundation.database.close();
  },
});
