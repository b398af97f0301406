import { join } from 'node:path';

import { z } from 'zod';

import { verifyAudit } from '#kernel/audit/verify-audit.ts';
import { startOfLocalDay } from '#kernel/clock/local-day.ts';
import { type Database, openDatabase } from '#kernel/db/database.ts';
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/index.ts';
import { routes as queue } from '#modules/hall/queue/contract.ts';
import { findFreePort } from '#test/support/free-port.ts';

import type { Given } from './centre/open-centre.ts';
import { hostOf } from './centre/prepare.ts';
import { CentreProcess } from './centre/processes.ts';
import { copyTemplate } from './centre/template.ts';
import { createChance } from './chance.ts';
import { type Chaos, type Dealt, planBlows, startChaos } from './chaos.ts';
import { HABITS } from './day/habits.ts';
import { type DayPlan, planDay } from './day/plan.ts';
import { type Judged, judgeBackground, judgeDay } from './judge/gather.ts';
import { mergeVerdicts, type Verdict } from './judge/invariant.ts';
import { auditIsWhole } from './judge/records.ts';
import type { Options } from './options.ts';
import { openCentre } from './play/centre.ts';
import { MINUTE } from './play/hall.ts';
import { Ledger } from './play/ledger.ts';
import { type CentreToPlay, playDay } from './play/play-day.ts';
import { createRequests, createTraffic, type Traffic } from './play/requests.ts';
import type { Progress } from './progress.ts';
import { heedInterruption, invite, onceInterrupted } from './watch.ts';

const HOUR = 3_600_000;
/** When the night’s work is due and done. */
const NIGHT = 24.6 * HOUR;
/** Of the writes those that a flaky client sends again. */
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
  readonly workerCpuSeconds: number;
  readonly drained: Drained;
  readonly midnight: number;
  readonly chaos: Dealt;
}

/** What was still to be done when the night was over. */
const Drained = z.object({
  jobs: z.number(),
  events: z.number(),
  sealed: z.number(),
  failures: z.array(z.string()),
});
type Drained = z.infer<typeof Drained>;

const readDrained = (text: string): Drained => Drained.parse(JSON.parse(text));

const QUIET: Chaos = {
  kills: 0,
  cuts: 0,
  blows: {},
  awayMs: [],
  reach: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

/** The whole run: a centre is loaded, its day is played, the night passes, and what is left is judged. */
export async function simulate(
  options: Options,
  home: string,
  progress: Progress,
  report: (outcome: Outcome) => void,
): Promise<void> {
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
    watch: options.watch,
  };
  const server = new CentreProcess('serve.ts', given);
  const worker = new CentreProcess('work.ts', given);
  const database = openDatabase({ connection: embedded.connection, poolSize: 2 });
  const close = async () => closeAll({ server, worker, database, embedded });
  const heed = heedInterruption(close);
  try {
    const [greeting] = await Promise.all([server.start(), worker.start()]);
    const prepareSeconds = (performance.now() - begun) / 1_000;
    progress.say(`  centre ${wasMade ? 'loaded' : 'copied'} in ${prepareSeconds.toFixed(1)} s`);
    const traffic = createTraffic();
    const centres = await openCentres(options, given.port, traffic);
    const [first] = centres;
    if (options.watch && first !== undefined) await invite(progress, greeting, first);
    const moveTo = async (at: number) => {
      await Promise.all([server.moveTo(at), worker.moveTo(at)]);
    };
    const chaos = beginChaos(options, {
      home,
      midnight,
      server,
      worker,
      centres,
      progress,
      port: given.port,
    });
    const played = await playDay({
      centres,
      speed: options.speed,
      moveTo: async (at) => {
        await chaos.reach(at);
        await moveTo(at);
      },
      onProgress: (at, agenda) => progress.at(at, { steps: agenda.done, ...count(traffic) }),
    });
    await chaos.stop();
    for (const { requests } of centres) await requests.settle();
    await moveTo(midnight + NIGHT);
    const drained = readDrained(await worker.drain());
    const afterwards = await judgeAll(centres, played.ledgers, drained.failures);
    // What was looked at just now is audited too.
    await worker.drain();
    const audit = await judgeAudit(database, midnight + NIGHT);
    report({
      centres: afterwards,
      wallSeconds: played.wallSeconds,
      steps: played.steps,
      verdicts: [...mergeVerdicts(afterwards.map(({ judged }) => judged.verdicts)), audit],
      traffic,
      prepareSeconds,
      serverCpuSeconds: (await server.cpuMs()) / 1_000,
      workerCpuSeconds: (await worker.cpuMs()) / 1_000,
      drained,
      midnight,
      chaos,
    });
    heed.end();
    if (options.watch) await onceInterrupted(progress);
  } finally {
    heed.end();
    await close();
  }
}

const judgeAudit = async (database: Database, at: number): Promise<Verdict> =>
  auditIsWhole(await verifyAudit(database, { clock: { now: () => new Date(at) } }));

async function closeAll(all: {
  readonly server: CentreProcess;
  readonly worker: CentreProcess;
  readonly database: Database;
  readonly embedded: EmbeddedServer;
}): Promise<void> {
  await Promise.all([all.server.stop(), all.worker.stop()]);
  await all.database.close();
  await all.embedded.stop();
}

interface Struck {
  readonly home: string;
  readonly midnight: number;
  readonly port: number;
  readonly server: CentreProcess;
  readonly worker: CentreProcess;
  readonly centres: readonly CentreToPlay[];
  readonly progress: Progress;
}

function beginChaos(options: Options, struck: Struck): Chaos {
  const { home, midnight, port, server, worker, centres, progress } = struck;
  if (!options.chaos) return QUIET;
  const arrivals = centres.flatMap(({ plan }) =>
    plan.visits.map(({ arrivesAt }) => midnight + arrivesAt * MINUTE),
  );
  return startChaos({
    seed: options.seed,
    planned: planBlows(options.kills, arrivals, createChance(options.seed, 'chaos')),
    server,
    worker,
    dataDir: join(home, 'postgres'),
    cut: (share, happens) =>
      centres.reduce((sum, { requests }) => sum + requests.cut(share, happens), 0),
    answers: createProbe(centres, port),
    say: (line) => progress.say(line),
  });
}

/** Asks what needs the database until it is answered. */
function createProbe([first]: readonly CentreToPlay[], port: number): () => Promise<unknown> {
  if (first === undefined) return () => Promise.resolve();
  const { centre } = first;
  const requests = createRequests({
    base: `http://127.0.0.1:${port}`,
    host: hostOf(centre.centreId),
    traffic: createTraffic(),
  });
  return async () => requests.must(queue.listBusinesses, centre.pose('hall-manager'));
}

/** The centres in the morning, each reached under its own name, with the plan of its day. */
async function openCentres(
  options: Options,
  port: number,
  traffic: Traffic,
): Promise<CentreToPlay[]> {
  const chance = createChance(options.seed, 'flaky clients');
  const centres: CentreToPlay[] = [];
  for (let centreId = 1; centreId <= options.centres; centreId += 1) {
    const requests = createRequests({
      base: `http://127.0.0.1:${port}`,
      host: hostOf(centreId),
      traffic,
      ...(options.chaos ? { flakiness: { repeats: REPEATS, chance } } : {}),
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
  failures: readonly string[],
): Promise<Afterwards[]> {
  const afterwards: Afterwards[] = [];
  for (const [index, { centre, requests, plan }] of centres.entries()) {
    const ledger = ledgers[index] ?? new Ledger();
    const judged = await judgeDay(requests, centre, ledger);
    const background = await judgeBackground(requests, centre, failures);
    const verdicts = [...judged.verdicts, background];
    afterwards.push({ plan, ledger, judged: { ...judged, verdicts } });
    requests.close();
  }
  return afterwards;
}

const count = ({ times }: Traffic) => ({
  tickets: ['queue.takeTicketAtDevice', 'queue.issueTicket', 'appointments.checkInAtMachine']
    .map((name) => times.get(name)?.length ?? 0)
    .reduce((sum, own) => sum + own, 0),
});
