import { createSealer } from '../audit/sealer.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { DeliveryFailure } from '../events/deliver.ts';
import { createDispatcher } from '../events/dispatcher.ts';
import type { Listener } from '../events/listener.ts';
import type { Log } from '../observe/log.ts';
import { createBacklogWatch } from './backlog.ts';
import type { Job } from './contract.ts';
import { createJobRunner, type JobFailure } from './runner.ts';

export interface WorkerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: readonly Job[];
  readonly listeners: readonly Listener[];
  /** How many jobs in transactions, jobs outside and listeners this process runs at a time, each. 4 unless told. */
  readonly concurrency?: number;
  /** How often it looks without being woken. 1000 ms unless told. */
  readonly pollMs?: number;
  /** How long, by the clock, a job outside a transaction belongs to a process that gives no sign of life. 30 s unless told. */
  readonly leaseMs?: number;
}

export interface DrainReport {
  readonly jobs: number;
  readonly events: number;
  /** Audit entries that were put into their chains. */
  readonly sealed: number;
  readonly failures: ReadonlyArray<JobFailure | DeliveryFailure>;
}

/** What a process does beside answering requests: listeners, jobs, schedules and the sealing of the audit log. */
export interface Worker {
  start(): void;
  /** Ends gracefully: nothing new is taken, what runs is finished or given back. */
  stop(): Promise<void>;
  /** For tests: runs everything that is due by the clock, and what comes of it, until nothing is left. */
  drain(): Promise<DrainReport>;
}

/** Any number of workers, in any number of processes, may serve one database. */
export function createWorker(options: WorkerOptions): Worker {
  refuseTwice('job', options.jobs);
  refuseTwice('listener', options.listeners);
  const concurrency = options.concurrency ?? 4;
  const dispatcher = createDispatcher({ ...options, concurrency });
  const runner = createJobRunner({ ...options, concurrency });
  const sealer = createSealer(options);
  const backlog = createBacklogWatch(options);
  return {
    start: () => {
      dispatcher.start();
      runner.start();
      sealer.start();
      backlog.start();
    },
    stop: async () => {
      await Promise.all([dispatcher.stop(), runner.stop(), sealer.stop(), backlog.stop()]);
    },
    drain: async () => {
      const failures: Array<JobFailure | DeliveryFailure> = [];
      let jobs = 0;
      let events = 0;
      for (;;) {
        const heard = await dispatcher.drain();
        const ran = await runner.drain();
        jobs += ran.done;
        events += heard.handled;
        failures.push(...heard.failures, ...ran.failures);
        if (heard.handled + heard.failures.length + ran.done + ran.failures.length === 0)
          return { jobs, events, sealed: await sealer.drain(), failures };
      }
    },
  };
}

function refuseTwice(what: string, items: ReadonlyArray<{ readonly name: string }>): void {
  const names = new Set<string>();
  for (const { name } of items) {
    if (names.has(name)) throw new Error(`Two of kind ${what} are called ${name}`);
    names.add(name);
  }
}
