import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BenchConnection } from './workload.ts';

/** A statement as a connection sent it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface PgbenchRun {
  /** One script for each; they are drawn by lot. */
  readonly scripts: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
}

/** Whether PostgreSQL's own benchmark program can be called here. */
export const hasPgbench = (): boolean =>
  spawnSync('pgbench', ['--version'], { stdio: 'ignore' }).status === 0;

/** Repetitions of one run; the next run counts on from there, so that nothing is met twice. */
const MOST = 1_000_000;
let runs = 0;

/** How quick pgbench was. */
export interface PgbenchSpeed {
  /** Transactions a second. */
  readonly perSecond: number;
  /** Milliseconds of some of its transactions. */
  readonly times: readonly number[];
}

/** Runs scripts by pgbench with prepared statements. */
export async function runPgbench(
  { host, port, user, database, password }: BenchConnection,
  { scripts, variables }: PgbenchRun,
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<PgbenchSpeed> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-pgbench-'));
  try {
    const files = scripts.map((script, index) => {
      const file = join(folder, `${index}.sql`);
      writeFileSync(file, script);
      return ['-f', file];
    });
    runs += 1;
    const given = [...variables, ['k', String(runs * MOST)] as const].map(([name, value]) => [
      '-D',
      `${name}=${value}`,
    ]);
    const where = ['-h', host, '-p', String(port), '-U', user];
    const log = ['-l', '--sampling-rate=0.2', `--log-prefix=${join(folder, LOG)}`];
    const load = ['-c', String(clients), '-j', '2', '-T', String(seconds)];
    const how = ['-n', '-M', 'prepared', ...load, ...log];
    const said = await runProgram(
      'pgbench',
      [...where, ...how, ...files.flat(), ...given.flat(), database],
      password === undefined ? {} : { PGPASSWORD: password },
    );
    const [, tps] = /^tps = ([\d.]+)/m.exec(said) ?? [];
    if (tps === undefined) throw new Error(`pgbench said no figure: ${said.slice(-2_000)}`);
    return { perSecond: Number(tps), times: readTimes(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LOG = 'log';

/** The third word of a line of its log says how many microseconds a transaction took. */
function readTimes(folder: string): number[] {
  const logs = readdirSync(folder).filter((name) => name.startsWith(LOG));
  const lines = logs.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  return lines.flatMap((line) => {
    const micros = Number(line.split(' ')[2]);
    return Number.isNaN(micros) ? [] : [micros / 1_000];
  });
}

function runProgram(
  program: string,
  arguments_: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('env', [
      ...Object.entries(more).map(([name, value]) => `${name}=${value}`),
      program,
      ...arguments_,
    ]);
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.once('error', reject);
    child.once('close', (code) => {
      const text = said.join('');
      if (code === 0 && !text.includes('aborted')) resolve(text);
      else reject(new Error(`pgbench ended with ${code}: ${text.slice(-2_000)}`));
    });
  });
}

/** How a value that must be new in each repetition is written: an expression over `:client_id` and `:k`. */
export type Renew = (value: string) => string | undefined;

/**
 * Recorded transactions as scripts: the same texts, with the same values as parameters of prepared statements, each
 * awaited. What `renew` gives an expression for is new each time; statements before `inside` come before BEGIN.
 */
export function toScripts(
  recordings: ReadonlyArray<{
    readonly before: readonly Statement[];
    readonly inside: readonly Statement[];
  }>,
  createRenew: () => Renew,
): PgbenchRun {
  const variables = new Map<string, string>();
  const names = new Map<string, string>();
  const nameOf = (value: string) => {
    const known = names.get(value) ?? `v${names.size}`;
    names.set(value, known);
    variables.set(known, value);
    return known;
  };
  const scripts = recordings.map(({ before, inside }) => {
    const renew = createRenew();
    const write = ({ text, values }: Statement) =>
      `${text.replaceAll(/\$(\d+)/gu, (_, place: string) => {
        const value = toParameter(values[Number(place) - 1]);
        if (value === null) return 'NULL';
        // A variable of pgbench cannot be empty.
        if (value === '') return `''`;
        const isWrite = !/^\s*select/iu.test(text);
        return (isWrite ? renew(value) : undefined) ?? `:${nameOf(value)}`;
      })};`;
    return [
      String.raw`\set k :k + 1`,
      ...before.map(write),
      'BEGIN;',
      ...inside.map(write),
      'COMMIT;',
      '',
    ].join('\n');
  });
  return { scripts, variables };
}

/** As the driver sends it: text. */
function toParameter(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(String(one))).join(',')}}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
