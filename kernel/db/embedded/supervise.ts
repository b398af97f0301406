import { adoptServer, launchServer, type Plan } from './bring-up.ts';
import { withLock } from './lock.ts';
import { pruneLogs } from './logs.ts';
import { findPostmaster } from './postmaster-pid.ts';
import { toStep } from './steps.ts';

/** A watch over a running server. */
export interface Supervision {
  /** The postmaster's current pid; it changes when the server had to be started again. */
  getPid(): number;
  end(): void;
}

const INTERVAL_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const PRUNE_MS = 3_600_000;

/**
 * Starts the server again when it ends although it is in use, as after the kernel killed it for memory. What was
 * committed is there again; clients reconnect to the same socket. A start that fails is told to `onFailure` and tried
 * again after a pause that grows to a minute. Does not keep the process alive.
 */
export function superviseServer(
  plan: Plan,
  firstPid: number,
  onFailure: (error: unknown) => void,
): Supervision {
  let pid = firstPid;
  let isEnded = false;
  let pauseMs = INTERVAL_MS;
  let prunedAt = performance.now();
  let timer = schedule(INTERVAL_MS);

  function schedule(ms: number): NodeJS.Timeout {
    return setTimeout(() => void look(), ms).unref();
  }

  async function look(): Promise<void> {
    try {
      const running = findPostmaster(plan.layout.cluster);
      pid = running?.pid ?? (await restart());
      pauseMs = INTERVAL_MS;
      if (performance.now() - prunedAt >= PRUNE_MS) {
        pruneLogs(plan.layout);
        prunedAt = performance.now();
      }
    } catch (error) {
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      if (!isEnded) onFailure(error);
    }
    if (!isEnded) timer = schedule(pauseMs);
  }

  async function restart(): Promise<number> {
    return withLock(plan.layout.lock, { timeoutMs: plan.timeoutMs }, async () => {
      if (isEnded) return pid;
      // Another user of the server may have been faster.
      const found = await adoptServer(plan);
      if (found !== undefined) return found.pid;
      plan.onStep(toStep('restart'));
      return (await launchServer(plan, false)).pid;
    });
  }

  return {
    getPid: () => pid,
    end() {
      isEnded = true;
      clearTimeout(timer);
    },
  };
}
