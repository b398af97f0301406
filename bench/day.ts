import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import type { BenchContext, Figure, Workload } from './workload.ts';

const VISITS = 5_000;
const CHAOS_VISITS = 2_000;
const KILLS = 200;
const SECONDS = 120;
const CENTRES = 250;

const Report = z.object({
  figures: z.object({
    visitsFinished: z.number(),
    cases: z.number(),
    requests: z.number(),
    wallSeconds: z.number(),
    requestsPerSecond: z.number(),
    serverCpuSeconds: z.number(),
    workerCpuSeconds: z.number(),
    centresInRealTime: z.number(),
    kills: z.number(),
    cutConnections: z.number(),
    repeatedRequests: z.number(),
    sentAgain: z.object({ beside: z.number(), after: z.number(), later: z.number() }),
    secondsUntilAnswering: z.object({ p50: z.number(), most: z.number() }).nullable(),
    waitMinutes: z.object({ withinTarget: z.number() }),
    forecastErrorMinutes: z.object({ meanAbsolute: z.number().nullable() }),
  }),
  latencies: z.array(z.object({ act: z.string(), p50: z.number(), p99: z.number() })),
  verdicts: z.array(
    z.object({ en: z.string(), looked: z.number(), violations: z.array(z.string()) }),
  ),
});
type Report = z.infer<typeof Report>;

/** The day of a hall as `npm run simulate` plays it, in a process of its own. */
export const day: Workload = {
  name: 'day',
  title: 'A day at the centre: 5,000 visits with their cases, as fast as the centre answers',
  run: async (context) => {
    const visits = sized(context, VISITS);
    const { figures, latencies, verdicts } = await simulate(context, ['--visits', String(visits)]);
    const acts = ['queue.takeTicketAtDevice', 'queue.callNext', 'cases.receiveAtWindow'];
    return [
      { what: 'visits finished', value: figures.visitsFinished, unit: '' },
      { what: 'cases received', value: figures.cases, unit: '' },
      { what: 'requests', value: figures.requests, unit: '' },
      { what: 'the day', value: figures.wallSeconds, unit: 's', gate: { atMost: SECONDS } },
      { what: 'requests a second', value: figures.requestsPerSecond, unit: '/s' },
      ...toCosts(figures),
      {
        what: 'centres of this size in real time, extrapolated',
        value: figures.centresInRealTime,
        unit: '',
        gate: { atLeast: CENTRES },
      },
      ...acts.flatMap((act) => toTimes(latencies, act)),
      {
        what: 'called within the target of 15 minutes',
        value: figures.waitMinutes.withinTarget * 100,
        unit: '%',
      },
      {
        what: 'forecast off by, mean',
        value: figures.forecastErrorMinutes.meanAbsolute ?? Number.NaN,
        unit: 'min',
      },
      ...toInvariants(verdicts),
    ];
  },
};

/** The same while processes are killed and clients repeat themselves. */
export const dayChaos: Workload = {
  name: 'day-chaos',
  title:
    'A day at the centre with 200 kills, cut connections, and writes sent twice or out of order',
  run: async (context) => {
    const { figures, verdicts } = await simulate(context, [
      '--visits',
      String(sized(context, CHAOS_VISITS)),
      '--chaos',
      '--kills',
      String(Math.max(3, Math.round(KILLS * context.scale))),
    ]);
    const { beside, after, later } = figures.sentAgain;
    return [
      { what: 'visits finished', value: figures.visitsFinished, unit: '' },
      { what: 'cases received', value: figures.cases, unit: '' },
      { what: 'processes killed', value: figures.kills, unit: '' },
      { what: 'connections cut', value: figures.cutConnections, unit: '' },
      {
        what: 'requests asked again for want of an answer',
        value: figures.repeatedRequests,
        unit: '',
      },
      { what: 'writes sent twice or out of order', value: beside + after + later, unit: '' },
      {
        what: 'from a blow to the next answer, median',
        value: figures.secondsUntilAnswering?.p50 ?? Number.NaN,
        unit: 's',
      },
      {
        what: 'from a blow to the next answer, longest',
        value: figures.secondsUntilAnswering?.most ?? Number.NaN,
        unit: 's',
      },
      ...toInvariants(verdicts),
    ];
  },
};

const sized = ({ scale }: BenchContext, count: number) => Math.max(40, Math.round(count * scale));

async function simulate({ say, seed }: BenchContext, options: readonly string[]): Promise<Report> {
  const out = mkdtempSync(join(tmpdir(), 'onewindow-day-'));
  try {
    const script = fileURLToPath(new URL('../simulate/run.ts', import.meta.url));
    const child = spawn(
      process.execPath,
      [script, ...options, '--seed', String(seed), '--out', out],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    createInterface({ input: child.stdout }).on('line', (line) => say(line.trim()));
    await once(child, 'close');
    return Report.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const toTimes = (latencies: Report['latencies'], act: string): Figure[] =>
  latencies
    .filter((one) => one.act === act)
    .flatMap(({ p50, p99 }) => [
      { what: `${act}, median`, value: p50, unit: 'ms' },
      { what: `${act}, p99`, value: p99, unit: 'ms' },
    ]);

/** What a request costs wherever it runs: seconds of a day hang on who else is on the machine, these do not. */
const toCosts = ({ requests, serverCpuSeconds, workerCpuSeconds }: Report['figures']): Figure[] => [
  { what: 'CPU of the server, a request', value: (serverCpuSeconds * 1e3) / requests, unit: 'ms' },
  { what: 'CPU of the worker, a request', value: (workerCpuSeconds * 1e3) / requests, unit: 'ms' },
];

const toInvariants = (verdicts: Report['verdicts']): Figure[] => [
  { what: 'invariants judged', value: verdicts.length, unit: '' },
  {
    what: 'invariants broken',
    value: verdicts.filter(({ violations }) => violations.length > 0).length,
    unit: '',
    gate: { atMost: 0 },
  },
];
