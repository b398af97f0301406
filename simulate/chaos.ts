import { setTimeout as pause } from 'node:timers/promises';

import { killPostmaster } from '#bench/kill-support.ts';

import type { CentreProcess } from './centre/processes.ts';
import { createChance } from './chance.ts';

/** What can be done to a centre at a moment that nobody chose. */
export const BLOWS = [
  'server',
  'worker',
  'database',
  'server and database',
  'connections',
] as const;
export type Blow = (typeof BLOWS)[number];

export interface ChaosOptions {
  readonly seed: number;
  readonly kills: number;
  readonly server: CentreProcess;
  readonly worker: CentreProcess;
  /** The folder of the database server. */
  readonly dataDir: string;
  /** Cuts a share of the connections that are open; gives how many. */
  readonly cut: (share: number, happens: (share: number) => boolean) => number;
  readonly say: (line: string) => void;
}

export interface Chaos {
  readonly kills: number;
  readonly cuts: number;
  /** Resolves when the last blow has been dealt and everything runs again. */
  stop(): Promise<void>;
}

/** Between two blows, in milliseconds of real time. */
const [LEAST_MS, MOST_MS] = [150, 900];

/** Deals blows until there were enough of them or the day is over, each at a random moment. */
export function startChaos(options: ChaosOptions): Chaos {
  const { seed, server, worker, dataDir, cut, say } = options;
  const chance = createChance(seed, 'chaos');
  const counts = { kills: 0, cuts: 0 };
  const state = { isOver: false };
  const restart = async (process_: CentreProcess) => {
    await process_.kill();
    await process_.start();
  };
  const deal: Readonly<Record<Blow, () => Promise<unknown>>> = {
    server: () => restart(server),
    worker: () => restart(worker),
    database: async () => killPostmaster(dataDir),
    'server and database': async () => {
      killPostmaster(dataDir);
      await restart(server);
    },
    connections: async () => {
      counts.cuts += cut(0.5, chance.happens);
    },
  };
  const running = (async () => {
    while (!state.isOver && counts.kills < options.kills) {
      await pause(chance.between(LEAST_MS, MOST_MS));
      if (state.isOver) return;
      const blow = BLOWS[chance.below(BLOWS.length)] ?? 'server';
      await deal[blow]();
      if (blow !== 'connections') counts.kills += blow === 'server and database' ? 2 : 1;
    }
    say(`  ${counts.kills} processes killed, ${counts.cuts} connections cut`);
  })();
  return {
    get kills() {
      return counts.kills;
    },
    get cuts() {
      return counts.cuts;
    },
    stop: async () => {
      state.isOver = true;
      await running;
    },
  };
}
