import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';

import type { Database } from '#kernel/db/database.ts';

import { median } from './statistics.ts';

/** What figures must be read beside. */
export interface Machine {
  readonly processors: string;
  readonly memoryGib: number;
  readonly node: string;
  readonly postgres: string;
  /** Median time of writing 8 KiB and waiting until it is on disk. */
  readonly syncMs: number;
}

export async function describeMachine(database: Database): Promise<Machine> {
  const { rows } = await database.pool.query<{ server_version: string }>('SHOW server_version');
  const models = cpus();
  return {
    processors: `${models.length} × ${models[0]?.model.trim() ?? 'unknown'}`,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: rows[0]?.server_version ?? '',
    syncMs: measureSync(),
  };
}

/** Load average of the last minute: how busy the machine is with other things when a workload begins. */
export const measureLoad = (): number => loadavg()[0] ?? Number.NaN;

const PROCESSOR_TIMES = '/proc/stat';

/** Processor time since the machine began, in ticks, of all processors together. */
export interface ProcessorTime {
  readonly total: number;
  /** What the host beneath a virtual machine gave to its other guests although this one had work to do. */
  readonly withheld: number;
}

/** Nothing where the system does not tell. */
export function readProcessorTime(): ProcessorTime | undefined {
  if (!existsSync(PROCESSOR_TIMES)) return undefined;
  return toProcessorTime(readFileSync(PROCESSOR_TIMES, 'utf8'));
}

/** From the first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal (proc(5)). */
export function toProcessorTime(text: string): ProcessorTime {
  const ticks = (text.split('\n')[0] ?? '').split(/\s+/).slice(1, 9).map(Number);
  return { total: ticks.reduce((sum, tick) => sum + tick, 0), withheld: ticks[7] ?? 0 };
}

/** The share of the time between the two that was withheld, 0 to 1; nothing when it is not known. */
export function shareWithheld(
  from: ProcessorTime | undefined,
  until: ProcessorTime | undefined,
): number | undefined {
  if (from === undefined || until === undefined || until.total <= from.total) return undefined;
  return (until.withheld - from.withheld) / (until.total - from.total);
}

function measureSync(): number {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-sync-'));
  const file = openSync(join(folder, 'probe'), 'w');
  const block = Buffer.alloc(8192);
  const times: number[] = [];
  for (let round = 0; round < 50; round += 1) {
    const begun = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    times.push(performance.now() - begun);
  }
  closeSync(file);
  rmSync(folder, { recursive: true });
  return median(times);
}
