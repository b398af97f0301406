import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { findFreePort } from '#test/support/free-port.ts';

import { furnish } from './cases-setup.ts';
import { KINDS, killPostmaster, prepareCentre, withDatabase } from './kill-support.ts';
import { judgeKilledServer } from './server-kills-verdict.ts';
import { type Received, Visitors } from './server-kills-visitors.ts';
import { createChance } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const KILLS = 40;

/** The whole server is killed while cases come in; whoever got no answer asks again with the same key. */
export const serverKills: Workload = {
  name: 'server-kills',
  title:
    'W6 through the front door: kill -9 of the server, its database and both while cases are accepted',
  run: async (context) => {
    const home = mkdtempSync(join(tmpdir(), 'onewindow-server-kill-'));
    try {
      await withDatabase(join(home, 'postgres'), prepareCentre);
      const port = await findFreePort();
      const victim = new Victim(home, port);
      await victim.start();
      const hall = await furnish(`http://127.0.0.1:${port}`);
      const visitors = new Visitors(`http://127.0.0.1:${port}`, hall, context.seed);
      const pauses = await killRepeatedly(victim, visitors, home, context);
      const received = await visitors.finish();
      await victim.kill();
      return await judge(home, received, pauses);
    } finally {
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  },
};

/** The killed process as seen from outside. */
class Victim {
  readonly #home: string;
  readonly #port: number;
  #child: ChildProcess | undefined;

  constructor(home: string, port: number) {
    this.#home = home;
    this.#port = port;
  }

  async start(): Promise<void> {
    const script = fileURLToPath(new URL('./server-kills-worker.ts', import.meta.url));
    const child = spawn(process.execPath, [script, this.#home, String(this.#port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    if (child.stdout === null) throw new Error('no standard output');
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => {
        throw new Error('The server ended by itself.');
      }),
    ]);
    child.stdout.resume();
  }

  async kill(): Promise<void> {
    if (!this.#child) return;
    const ended = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

/** Seconds from each kill to the next answer that somebody got. */
async function killRepeatedly(
  victim: Victim,
  visitors: Visitors,
  home: string,
  { seed, scale, say }: BenchContext,
): Promise<number[]> {
  const chance = createChance(seed);
  const count = Math.max(3, Math.round(KILLS * scale));
  const pauses: number[] = [];
  visitors.start();
  await visitors.hear();
  for (let round = 0; round < count; round += 1) {
    const kind = KINDS[round % KINDS.length] ?? 'both';
    await pause(chance(1200));
    const begun = performance.now();
    if (kind !== 'node') killPostmaster(join(home, 'postgres'));
    if (kind !== 'postmaster') {
      await victim.kill();
      await victim.start();
    }
    // What was acknowledged before the server ended may still be on its way here.
    if (kind === 'postmaster') await pause(150);
    await visitors.hear();
    pauses.push((performance.now() - begun) / 1000);
    say(`${round + 1}/${count} ${kind}: answering after ${pauses.at(-1)?.toFixed(2)} s`);
  }
  return pauses;
}

const judge = (home: string, received: Received, pauses: readonly number[]): Promise<Figure[]> =>
  withDatabase(join(home, 'postgres'), async (database) => [
    ...(await judgeKilledServer(database, received)),
    {
      what: 'from a kill to the next answer, longest',
      value: Math.max(...pauses),
      unit: 's',
      gate: { atMost: 5 },
    },
  ]);
