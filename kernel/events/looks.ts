import { setTimeout as pause } from 'node:timers/promises';

import type { Database } from '../db/database.ts';
import type { Log } from '../observe/log.ts';
import { joinNotifier, type Notifier } from './notifier.ts';
import { onWake, type Wake } from './wake.ts';

export interface Looks {
  start(): void;
  /** Ends looking and waits for the look that runs. */
  stop(): Promise<void>;
  /** Asks for a look now. */
  trigger(): void;
  /** When the look that runs now, if any, has ended. */
  settle(): Promise<void>;
}

export interface LooksOptions {
  readonly database: Database;
  readonly log: Log;
  readonly pollMs: number;
  /** So long after a look the next one waits for more news to come, in milliseconds; not at all unless told. */
  readonly gatherMs?: number;
  /** What wakes it beside the poll; events unless told. */
  readonly wakes?: (wake: Wake) => boolean;
  /** One look. `isPoll` when the time has come by itself. A failure is logged and the next look repeats it. */
  readonly look: (isPoll: boolean) => Promise<void>;
}

/** Looks at once when something was written here or elsewhere, and now and then in any case; never twice at a time. */
export function createLooks(options: LooksOptions): Looks {
  const {
    database,
    log,
    pollMs,
    look,
    gatherMs = 0,
    wakes = ({ kind }) => kind === 'events',
  } = options;
  let isWanted = false;
  let isPollDue = true;
  let isStopped = false;
  let running: Promise<void> | undefined;
  let current: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let forget: (() => void) | undefined;
  let notifier: Notifier | undefined;

  async function run(): Promise<void> {
    for (;;) {
      if (isStopped || !isWanted) break;
      const isPoll = isPollDue;
      isWanted = false;
      isPollDue = false;
      current = lookOnce(isPoll);
      await current;
      if (gatherMs > 0) await pause(gatherMs);
    }
    running = undefined;
  }

  async function lookOnce(isPoll: boolean): Promise<void> {
    try {
      await look(isPoll);
    } catch (error) {
      isPollDue ||= isPoll;
      log.warn({ err: error }, 'a reader failed; it tries again');
    }
  }

  function trigger(): void {
    isWanted = true;
    running ??= run();
  }

  return {
    trigger,
    settle: () => current,
    start: () => {
      notifier = joinNotifier(database, log);
      forget = onWake((wake) => {
        if (wakes(wake)) trigger();
      });
      timer = setInterval(() => {
        isPollDue = true;
        trigger();
      }, pollMs);
      trigger();
    },
    stop: async () => {
      isStopped = true;
      forget?.();
      clearInterval(timer);
      await running;
      await notifier?.leave();
    },
  };
}
