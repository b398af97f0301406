import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { sealAll } from '#kernel/audit/seal.ts';
import { verifyAudit } from '#kernel/audit/verify-audit.ts';

import { KINDS, killPostmaster, prepareCentre, withDatabase } from './kill-support.ts';
import { createChance } from './statistics.ts';
import type { Figure, Workload } from './workload.ts';

const KILLS = 20;

/** W6: processes are killed at changing moments of a load; nothing acknowledged is lost, nothing happens twice. */
export const kills: Workload = {
  name: 'kills',
  title: 'W6: kill -9 of the program, of the database server and of both, 20 times under load',
  run: async ({ say, seed, scale }) => {
    const home = mkdtempSync(join(tmpdir(), 'onewindow-kill-'));
    try {
      const dataDir = join(home, 'postgres');
      await prepare(dataDir);
      const run = await killRepeatedly(
        dataDir,
        say,
        Math.max(3, Math.round(KILLS * scale)),
        createChance(seed),
      );
      return await judge(dataDir, run);
    } finally {
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  },
};

const prepare = (dataDir: string) =>
  withDatabase(dataDir, async (database) => {
    await prepareCentre(database);
    await database.pool.query(
      'CREATE TABLE bench_act (number integer PRIMARY KEY); CREATE TABLE bench_effect (number integer NOT NULL)',
    );
  });

/** The killed process as seen from outside. */
class Victim {
  readonly acknowledged: number[];
  readonly #child: ChildProcess;
  #heard: (() => void) | undefined;

  constructor(dataDir: string, acknowledged: number[]) {
    this.acknowledged = acknowledged;
    const script = fileURLToPath(new URL('./kills-worker.ts', import.meta.url));
    const next = Math.max(0, ...acknowledged.slice(-100)) + 1000;
    this.#child = spawn(process.execPath, [script, dataDir, String(next)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { stdout } = this.#child;
    if (stdout === null) throw new Error('no standard output');
    createInterface({ input: stdout }).on('line', (line) => {
      const [word, number] = line.split(' ');
      if (word !== 'done') return;
      acknowledged.push(Number(number));
      this.#heard?.();
    });
  }

  /** Resolves with the next act that is acknowledged; rejects when the process ended by itself. */
  async hear(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#heard = resolve;
      this.#child.once('exit', () => reject(new Error('The program ended by itself.')));
    });
    this.#heard = undefined;
  }

  async kill(): Promise<void> {
    const ended = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

interface Killed {
  readonly acknowledged: readonly number[];
  /** Seconds from a kill to the next acknowledged act. */
  readonly restarts: readonly number[];
}

async function killRepeatedly(
  dataDir: string,
  say: (line: string) => void,
  count: number,
  chance: (below: number) => number,
): Promise<Killed> {
  const acknowledged: number[] = [];
  const restarts: number[] = [];
  let victim = new Victim(dataDir, acknowledged);
  await victim.hear();
  for (let round = 0; round < count; round += 1) {
    const kind = KINDS[round % KINDS.length] ?? 'both';
    // Any moment in the cycle of writing, sealing and checkpointing.
    await pause(chance(1200));
    const begun = performance.now();
    if (kind !== 'node') killPostmaster(dataDir);
    if (kind !== 'postmaster') {
      await victim.kill();
      victim = new Victim(dataDir, acknowledged);
    }
    // What was acknowledged before the server ended may still be on its way here.
    if (kind === 'postmaster') await pause(150);
    await victim.hear();
    restarts.push((performance.now() - begun) / 1000);
    say(`${round + 1}/${count} ${kind}: answering after ${restarts.at(-1)?.toFixed(2)} s`);
  }
  await victim.kill();
  return { acknowledged, restarts };
}

const judge = (dataDir: string, { acknowledged, restarts }: Killed): Promise<Figure[]> =>
  withDatabase(dataDir, async (database) => {
    const { rows: kept } = await database.pool.query<{ number: number }>(
      'SELECT number FROM bench_act',
    );
    const present = new Set(kept.map(({ number }) => number));
    const lost = acknowledged.filter((number) => !present.has(number)).length;
    const { rows } = await database.pool.query<{ twice: number; strange: number }>(
      `SELECT (count(*) - count(DISTINCT number))::integer AS twice,
         count(*) FILTER (WHERE number NOT IN (SELECT number FROM bench_act))::integer AS strange FROM bench_effect`,
    );
    await sealAll(database, [1]);
    const audit = await verifyAudit(database);
    const none = { atMost: 0 };
    return [
      { what: 'acts acknowledged', value: acknowledged.length, unit: '' },
      { what: 'acknowledged acts lost', value: lost, unit: '', gate: none },
      {
        what: 'effects that happened twice',
        value: rows[0]?.twice ?? Number.NaN,
        unit: '',
        gate: none,
      },
      {
        what: 'effects without their act',
        value: rows[0]?.strange ?? Number.NaN,
        unit: '',
        gate: none,
      },
      { what: 'audit entries not as written', value: audit.findings.length, unit: '', gate: none },
      {
        what: 'audit entries more or fewer than acts',
        value: Math.abs(audit.entries + audit.waiting - kept.length),
        unit: '',
        gate: none,
      },
      {
        what: 'from a kill to the next acknowledged act, longest',
        value: Math.max(...restarts),
        unit: 's',
        gate: { atMost: 3 },
      },
    ];
  });
