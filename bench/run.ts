import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { systemClock } from '#kernel/clock/clock.ts';
import { randomInt } from '#kernel/ids/random.ts';

import { openBenchServer } from './bench-database.ts';
import { describeMachine, measureLoad, readProcessorTime, shareWithheld } from './machine.ts';
import {
  type BenchReport,
  keepsAllGates,
  type Measured,
  mergeReports,
  toPage,
  toTable,
  toVerdict,
} from './report.ts';
import { type BenchContext, keepsGate, type Workload } from './workload.ts';
import { workloads } from './workloads.ts';

const MOST_ROUNDS = 3;

const USAGE = `npm run bench -- [workload ...] [--json] [--save]
  ${workloads.map(({ name, title }) => `${name.padEnd(18)} ${title}`).join('\n  ')}
  --seed n   what is left to chance follows from it
  --scale x  a share of the full numbers, to try a workload out in one round
  --json     the report as JSON on standard output
  --save     into docs/reference/performance.md and bench/results.json, beside what earlier runs measured`;

/** Runs the workloads named, or all; exits with 1 when a gate is not kept. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      seed: { type: 'string' },
      scale: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  const chosen = workloads.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  const unknown = positionals.filter(
    (name) => !workloads.some((workload) => workload.name === name),
  );
  if (values.help || unknown.length > 0) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const say = (line: string) => {
    if (!values.json) console.log(line);
  };
  const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
  const report = await measure(chosen, { say, seed, scale: Number(values.scale) });
  if (values.json) console.log(JSON.stringify(report, undefined, 2));
  if (values.save) save(report);
  say(toVerdict(report));
  if (!keepsAllGates(report)) process.exitCode = 1;
}

async function measure(
  chosen: typeof workloads,
  { say, ...options }: Pick<BenchContext, 'say' | 'seed' | 'scale'>,
): Promise<BenchReport> {
  const server = await openBenchServer();
  try {
    const probe = await server.openContext('probe', { say, ...options });
    const machine = await describeMachine(probe.database);
    const measured: Measured[] = [];
    for (const { name, title, run } of chosen) {
      say(`… ${name}`);
      const context = await server.openContext(name, {
        say: (line) => say(`  ${line}`),
        ...options,
      });
      const begun = { measuredAt: systemClock.now().toISOString(), load: measureLoad() };
      const from = readProcessorTime();
      const outcome = await runRounds(run, context);
      const withheld = shareWithheld(from, readProcessorTime());
      const { scale, seed } = options;
      const result: Measured = { name, title, ...begun, scale, seed, withheld, ...outcome };
      measured.push(result);
      say(`\n${toTable(result)}\n`);
    }
    return { machine, workloads: measured };
  } finally {
    await server.close();
  }
}

/** Others on the machine can only make figures worse: the first round that keeps its gates counts, of at most three. */
async function runRounds(
  run: Workload['run'],
  context: BenchContext,
): Promise<Pick<Measured, 'figures' | 'round'>> {
  for (let round = 1; ; round += 1) {
    const figures = await run(context);
    if (context.scale < 1 || round === MOST_ROUNDS || figures.every(keepsGate))
      return { figures, round };
    context.say('a gate was not kept; once more');
  }
}

function save(report: BenchReport): void {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const path = at('./results.json');
  const earlier = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8'), reviveValue) as BenchReport)
    : undefined;
  const order = workloads.map(({ name }) => name);
  const merged = mergeReports(earlier, report, order);
  mkdirSync(at('../docs/reference'), { recursive: true });
  writeFileSync(at('../docs/reference/performance.md'), toPage(merged));
  writeFileSync(path, `${JSON.stringify(merged, undefined, 2)}\n`);
}

/** JSON has no word for what could not be measured. */
const reviveValue = (key: string, value: unknown): unknown =>
  key === 'value' && value === null ? Number.NaN : value;

await main();
