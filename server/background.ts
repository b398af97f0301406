import { createSealer } from '#kernel/audit/sealer.ts';
import { createWorker } from '#kernel/jobs/worker.ts';

import type { Foundation } from './kernel.ts';
import type { Running } from './modules.ts';

export interface Background {
  start(): void;
  /** Takes nothing new, lets what runs end. */
  stop(): Promise<void>;
}

/** What a process does beside answering requests: listeners, jobs, schedules, and the audit chains. */
export function createBackground(foundation: Foundation, running: Running): Background {
  const worker = createWorker({ ...foundation, jobs: running.jobs, listeners: running.listeners });
  const sealer = createSealer(foundation);
  return {
    start: () => {
      worker.start();
      sealer.start();
    },
    stop: async () => {
      await Promise.all([worker.stop(), sealer.stop()]);
    },
  };
}
