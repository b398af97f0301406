import { join } from 'node:path';

import { startOfLocalDay } from '#kernel/clock/local-day.ts';
import { openDatabase } from '#kernel/db/database.ts';
import { startEmbedded } from '#kernel/db/embedded/index.ts';
import { findFreePort } from '#test/support/free-port.ts';

import type { Given } from './centre/open-centre.ts';
import { hostOf } from './centre/prepare.ts';
import { CentreProcess } from './centre/processes.ts';
import { copyTemplate } from './centre/template.ts';
import { createChance } from './chance.ts';
import { type Chaos, startChaos } from './chaos.ts';
import { HABITS } from './day/habits.ts';
import { type DayPlan, planDay } from './day/plan.ts';
import { isAuditWhole, type Judged, judgeDay } from './judge/gather.ts';
import { mergeVerdicts, type Verdict } from './judge/invariant.ts';
import type { Options } from './options.ts';
import { openCentre } from './play/centre.ts';
import { Ledger } from './play/ledger.ts';
import { type CentreToPlay, playDay } from './play/play-day.ts';
import { createRequests, createTraffic, type Traffic } from './play/requests.ts';
import type { Progress } from './progress.ts';

const HOUR = 3_600_000;
/** When the night’s work is due and done. */
const NIGHT = 24.6 * HOUR;
/** Of the acknowledged writes those that a flaky client sends again. */
const REPEATS = 0.05;

/** One centre after its day. */
export interface Afterwards {
  readonly plan: DayPlan;
  readonly ledger: Ledger;
  readonly judged: Judged;
}

export interface Outcome {
  readonly centres: readonly Afterwards[];
  readonly wallSeconds: number;
  readonly steps: number;
  readonly verdicts: readonly Verdict[];
  readonly traffic: Traffic;
  readonly prepareSeconds: number;
  readonly serverCpuSeconds: number;
  readonly drained: string;
  readonly midnight: number;
  /** How many processes were killed, and connections cut, by chaos. */
  readonly kills: number;
  readonly cuts: number;
}

const QUIET: Chaos = { kills: 0, cuts: 0, stop: () => Promise.resolve() };

/** The whole run: a centre is loaded, its day is played, the night passes, and what is left is judged. */
export async function simulate(
  options: Options,
  home: string,
  progress: Progress,
): Promise<Outcome> {
  const midnight = startOfLocalDay(options.day).getTime();
  const begun = performance.now();
  const epochMs = midnight - 24 * HOUR;
  const { wasMade } = await copyTemplate(home, { centres: options.centres, epochMs });
  const embedded = await startEmbedded({ dataDir: join(home, 'postgres') });
  const given: Given = {
    connection: embedded.connection,
    dataDir: join(home, 'files'),
    port: await findFreePort(),
    epochMs: midnight + 7 * HOUR,
  };
  const server = new CentreProcess('serve.ts', given);
  const worker = new CentreProcess('work.ts', given);
  const database = openDatabase({ connection: embedded.connection, poolSize: 2 });
  try {
    await Promise.all([server.start(), worker.start()]);
    const prepareSeconds = (performance.now() - begun) / 1_000;
    progress.say(`  centre ${wasMade ? 'loaded' : 'copied'} in ${prepareSeconds.toFixed(1)} s`);
    const traffic = createTraffic();
    const centres = await openCentres(options, given.port, traffic);
    const moveTo = async (at: number) => {
      await Promise.all([server.moveTo(at), worker.moveTo(at)]);
    };
    const chaos = options.chaos
      ? startChaos({
          ...options,
          server,
          worker,
          dataDir: join(home, 'postgres'),
          cut: (share, happens) =>
            centres.reduce((sum, { requests }) => sum + requests.cut(share, happens), 0),
          say: (line) => progress.say(line),
        })
      : QUIET;
    const played = await playDay({
      centres,
      speed: options.speed,
      moveTo,
      onProgress: (at, agenda) => progress.at(at, { steps: agenda.done, ...count(traffic) }),
    });
    await chaos.stop();
    await moveTo(midnight + NIGHT);
    const drained = await worker.drain();
    const afterwards = await judgeAll(centres, played.ledgers);
    // What was looked at just now is audited too.
    await worker.drain();
    const audit = await isAuditWhole(database, { now: () => new Date(midnight + NIGHT) });
    return {
      centres: afterwards,
      wallSeconds: played.wallSeconds,
      steps: played.steps,
      verdicts: [...mergeVerdicts(afterwards.map(({ judged }) => judged.verdicts)), audit],
      traffic,
      prepareSeconds,
      serverCpuSeconds: (await server.cpuMs()) / 1_000,
      drained,
      midnight,
      kills: chaos.kills,
      cuts: chaos.cuts,
    };
  } finally {
    await Promise.all([server.stop(), worker.stop()]);
    await database.close();
    await embedded.stop();
  }
}

/** The centres in the morning, each reached under its own name, with the plan of its day. */
async function openCentres(
  options: Options,
  port: number,
  traffic: Traffic,
): Promise<CentreToPlay[]> {
  const flaky = createChance(options.seed, 'flaky clients');
  const centres: CentreToPlay[] = [];
  for (let centreId = 1; centreId <= options.centres; centreId += 1) {
    const requests = createRequests({
      base: `http://127.0.0.1:${port}`,
      host: hostOf(centreId),
      traffic,
      ...(options.chaos ? { flakiness: { repeats: REPEATS, happens: flaky.happens } } : {}),
    });
    const centre = await openCentre(requests, { centreId, day: options.day });
    const seed = options.seed + centreId - 1;
    const plan = planDay(centre.lines, { visits: options.visits, seed, habits: HABITS });
    centres.push({ centre, requests, plan, seed });
  }
  return centres;
}

async function judgeAll(
  centres: readonly CentreToPlay[],
  ledgers: readonly Ledger[],
): Promise<Afterwards[]> {
  const afterwards: Afterwards[] = [];
  for (const [index, { centre, requests, plan }] of centres.entries()) {
    const ledger = ledgers[index] ?? new Ledger();
    afterwards.push({ plan, ledger, judged: await judgeDay(requests, centre, ledger) });
    requests.close();
  }
  return afterwards;
}

const count = ({ times }: Traffic) => ({
  tickets: ['queue.takeTicketAtDevice', 'queue.issueTicket', 'appointments.checkInAtMachine']
    .map((name) => times.get(name)?.length ?? 0)
    .reduce((sum, own) => sum + own, 0),
});
