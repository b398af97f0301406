import type { Log } from '../observe/log.ts';
import type { Outcome } from './run-job.ts';

/** Runs jobs of one kind of running, several at a time. */
export interface Lane {
  /** Says that there may be something to do in a centre. */
  kick(centreId: number): void;
  /** Takes no further job; waits for those that run. */
  stop(): Promise<void>;
}

/**
 * At most `concurrency` hands. An idle lane costs nothing: one hand looks when it is kicked, and each job
 * it finds beside another brings another hand until all are busy or nothing is left. Centres take turns.
 */
export function createLane(
  concurrency: number,
  log: Log,
  runNext: (centreId: number, onTaken: () => void) => Promise<Outcome>,
): Lane {
  const wanted = new Set<number>();
  const hands = new Set<Promise<void>>();
  let isStopped = false;

  function kick(centreId: number): void {
    if (isStopped) return;
    wanted.add(centreId);
    if (hands.size >= concurrency) return;
    const hand = work().finally(() => hands.delete(hand));
    hands.add(hand);
  }

  async function work(): Promise<void> {
    for (;;) {
      const [centreId] = wanted;
      if (centreId === undefined || isStopped) return;
      wanted.delete(centreId);
      try {
        const outcome = await runNext(centreId, () => kick(centreId));
        // Where there were two there is another; what came since has kicked by itself.
        if (outcome.kind === 'failed' || (outcome.kind === 'done' && outcome.hasMore))
          wanted.add(centreId);
      } catch (error) {
        // The next poll kicks again; trying at once would only beat on a database that is away.
        log.warn({ centreId, err: error }, 'a job could not be taken or finished');
        return;
      }
    }
  }

  return {
    kick,
    stop: async () => {
      isStopped = true;
      await Promise.all(hands);
    },
  };
}
