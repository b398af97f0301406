import type { Log } from '../observe/log.ts';
import type { Delivery } from './deliver.ts';
import type { Behind } from './places.ts';

/** Who wants to be visited, and whom this process is visiting. */
export interface Visits {
  /** Asks for a visit to a listener that something was written for, up to this transaction. */
  want(behind: Behind, through: bigint): void;
  /** Starts as many visits as there are hands. */
  serve(): void;
  /** No further visits; waits for those that run. */
  stop(): Promise<void>;
}

interface Wanted extends Behind {
  readonly through: bigint;
  readonly notBefore: number;
  readonly waits: number;
}

const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 1000;
const WAITS_AFTER_FAILURE = 8;

/** Keeps at most `concurrency` visits running, one for each listener and centre, and repeats those that came too early. */
export function createVisits(
  concurrency: number,
  log: Log,
  visit: (behind: Behind) => Promise<Delivery>,
): Visits {
  const wanted = new Map<string, Wanted>();
  const running = new Map<string, Promise<void>>();
  let isStopped = false;

  const keyOf = ({ centre_id, listener }: Behind) => `${centre_id}/${listener}`;

  function serve(): void {
    const now = performance.now();
    for (const [key, item] of wanted) {
      if (running.size >= concurrency || isStopped) return;
      if (running.has(key) || item.notBefore > now) continue;
      wanted.delete(key);
      const ended = run(item).finally(() => {
        running.delete(key);
        serve();
      });
      running.set(key, ended);
    }
  }

  async function run(item: Wanted): Promise<void> {
    try {
      const { reached } = await visit(item);
      if (reached === undefined || reached <= item.through) wait(item);
    } catch (error) {
      log.error({ listener: item.listener, err: error }, 'delivery broke off; trying again');
      wait({ ...item, waits: Math.max(item.waits, WAITS_AFTER_FAILURE) });
    }
  }

  /** A transaction that still runs hides the event, or another worker has the listener: look again soon. */
  function wait(item: Wanted): void {
    const key = keyOf(item);
    if (wanted.has(key) || isStopped) return;
    const pause = Math.min(FIRST_WAIT_MS * 2 ** item.waits, LONGEST_WAIT_MS);
    wanted.set(key, { ...item, waits: item.waits + 1, notBefore: performance.now() + pause });
    setTimeout(serve, pause + 1).unref();
  }

  return {
    want: (behind, through) => {
      const { centre_id, listener } = behind;
      const known = wanted.get(keyOf(behind))?.through ?? -1n;
      const furthest = through > known ? through : known;
      const item = { centre_id, listener, through: furthest, notBefore: 0, waits: 0 };
      wanted.set(keyOf(behind), item);
    },
    serve,
    stop: async () => {
      isStopped = true;
      await Promise.all(running.values());
    },
  };
}
