import { setTimeout as pause } from 'node:timers/promises';

import { killPostmaster } from '#bench/kill-support.ts';

import type { CentreProcess } from './centre/processes.ts';
import { type Chance, createChance } from './chance.ts';

/** What can be done to a centre at a moment that nobody chose, and how many processes that kills. */
export const BLOWS = {
  server: 1,
  worker: 1,
  database: 1,
  'server and database': 2,
  everything: 3,
  connections: 0,
} as const;
export type Blow = keyof typeof BLOWS;

const NAMES = Object.keys(BLOWS) as Blow[];

/** A blow of the day to come. */
export interface Planned {
  /** The moment of the simulated day from which on it may fall, in milliseconds since 1970. */
  readonly at: number;
  readonly blow: Blow;
  /** Real milliseconds after the day has come there: in the middle of whatever is being answered then. */
  readonly delayMs: number;
  /** Whether the next one may fall while the centre still comes back from this one. */
  readonly isHasty: boolean;
}

/** Of the blows those after which nobody waits until the centre answers again. */
const HASTY = 0.2;
const LONGEST_DELAY_MS = 160;

/** Blows until so many processes are killed, when much is going on: each soon after some visitor has come. */
export function planBlows(kills: number, arrivals: readonly number[], chance: Chance): Planned[] {
  const blows: Blow[] = [];
  for (let sum = 0; sum < kills; sum += BLOWS[blows.at(-1) ?? 'connections']) {
    const fitting = NAMES.filter((name) => BLOWS[name] <= kills - sum);
    blows.push(fitting[chance.below(fitting.length)] ?? 'server');
  }
  const moments = blows
    .map(() => (arrivals[chance.below(arrivals.length)] ?? 0) + chance.between(0, 25 * 60_000))
    .toSorted((left, right) => left - right);
  return blows.map((blow, index) => ({
    at: moments[index] ?? 0,
    blow,
    delayMs: chance.between(0, LONGEST_DELAY_MS),
    isHasty: chance.happens(HASTY),
  }));
}

export interface ChaosOptions {
  readonly seed: number;
  readonly planned: readonly Planned[];
  readonly server: CentreProcess;
  readonly worker: CentreProcess;
  /** The folder of the database server. */
  readonly dataDir: string;
  /** Cuts a share of the connections that are open; gives how many. */
  readonly cut: (share: number, happens: (share: number) => boolean) => number;
  /** Resolves when the centre has answered a question that needs its database. */
  readonly answers: () => Promise<unknown>;
  readonly say: (line: string) => void;
}

/** What chaos has done by now. */
export interface Dealt {
  readonly kills: number;
  readonly cuts: number;
  /** How often each blow fell. */
  readonly blows: Readonly<Record<string, number>>;
  /** From each blow to the next answer, in milliseconds of real time. */
  readonly awayMs: readonly number[];
}

export interface Chaos extends Dealt {
  /** The day has come so far: what was planned until then falls. Waits only for the blow before. */
  reach(at: number): Promise<void>;
  /** Resolves when every blow has fallen and everything runs again. */
  stop(): Promise<void>;
}

export function startChaos(options: ChaosOptions): Chaos {
  const { server, worker, dataDir, cut, answers, say } = options;
  const chance = createChance(options.seed, 'cuts');
  const left = [...options.planned];
  const dealt = { kills: 0, cuts: 0, blows: {} as Record<string, number>, awayMs: [] as number[] };
  let dealing: Promise<void> = Promise.resolve();

  const restart = async (...processes: readonly CentreProcess[]) => {
    await Promise.all(processes.map(async (one) => one.kill()));
    await Promise.all(processes.map(async (one) => one.start()));
  };
  const strike: Readonly<Record<Blow, () => Promise<unknown>>> = {
    server: () => restart(server),
    worker: () => restart(worker),
    database: async () => killPostmaster(dataDir),
    'server and database': async () => {
      killPostmaster(dataDir);
      await restart(server);
    },
    everything: async () => {
      killPostmaster(dataDir);
      await restart(server, worker);
    },
    connections: async () => {
      dealt.cuts += cut(0.5, chance.happens);
    },
  };
  const deal = async ({ blow, delayMs, isHasty }: Planned) => {
    await pause(delayMs);
    const begun = performance.now();
    await strike[blow]();
    dealt.kills += BLOWS[blow];
    dealt.blows[blow] = (dealt.blows[blow] ?? 0) + 1;
    if (isHasty) return;
    await answers();
    dealt.awayMs.push(performance.now() - begun);
    say(`  ${blow}: answering after ${((dealt.awayMs.at(-1) ?? 0) / 1000).toFixed(2)} s`);
  };

  return {
    get kills() {
      return dealt.kills;
    },
    get cuts() {
      return dealt.cuts;
    },
    blows: dealt.blows,
    awayMs: dealt.awayMs,
    reach: async (at) => {
      while (left[0] !== undefined && left[0].at <= at) {
        const [next] = left.splice(0, 1);
        await dealing;
        if (next !== undefined) dealing = deal(next);
      }
    },
    stop: async () => {
      await dealing;
      for (const one of left.splice(0)) await deal(one);
      await answers();
    },
  };
}
