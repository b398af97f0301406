import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { errnoOf } from './errors.ts';
import type { Layout } from './layout.ts';

const TAIL_CHARACTERS = 4_000;

// With the 16 MB at which the server begins a new file: at most about 230 MB.
const KEPT_FILES = 14;

export function toLogFolder(layout: Layout): string {
  return join(layout.cluster, 'log');
}

/** The end of what the server said last: of the run with the postmaster `pid` only, if one is given. */
export function readLogTail(layout: Layout, pid?: number): string {
  const newest = listLogs(layout).at(-1);
  const said = newest === undefined ? '' : readText(newest);
  // An earlier run's reason to end is not this one's.
  const begin = pid === undefined ? 0 : said.indexOf(` [${pid}] `);
  const current = begin < 0 ? '' : said.slice(said.lastIndexOf('\n', begin) + 1);
  return `${readText(layout.startLog)}${current}`.slice(-TAIL_CHARACTERS).trim();
}

/** Removes all but the newest log files: the server only ever begins new ones. */
export function pruneLogs(layout: Layout): void {
  for (const path of listLogs(layout).slice(0, -KEPT_FILES)) rmSync(path, { force: true });
}

// Their names carry the time of their beginning, so that the order of names is the order of time.
function listLogs(layout: Layout): string[] {
  const folder = toLogFolder(layout);
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.log'))
      .toSorted()
      .map((name) => join(folder, name));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
