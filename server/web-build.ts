import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type BuildDescription, hashFiles } from './web-describe.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the built pages lie. */
export const webFolder = join(root, 'dist/web');

export interface BuildWebOptions {
  /** How far it is, from 0 to 1 as far as the last build tells; undefined when there was none. */
  readonly onProgress?: (share: number | undefined) => void;
}

/**
 * Builds the pages of all surfaces unless what they were made from is unchanged. In a process of its own: the
 * bundler's half gigabyte of memory goes with it. Throws with the bundler's own words when it fails.
 */
export async function buildWeb(options: BuildWebOptions = {}): Promise<'unchanged' | 'built'> {
  const before = await findBuild();
  if (before && (await isCurrent(before))) return 'unchanged';
  await runBundler((modules) =>
    options.onProgress?.(before && Math.min(0.99, modules / before.modules)),
  );
  options.onProgress?.(1);
  return 'built';
}

/** What the last build said of itself; undefined when there is none that can be read. */
export async function findBuild(folder = webFolder): Promise<BuildDescription | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'build.json'), 'utf8')) as BuildDescription;
  } catch {
    return undefined;
  }
}

async function isCurrent({ sources }: BuildDescription): Promise<boolean> {
  const now = await hashFiles(root, Object.keys(sources));
  return Object.entries(sources).every(([path, hash]) => now[path] === hash);
}

async function runBundler(onModules: (count: number) => void): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = fork(vite, ['build', '--configLoader', 'native', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.on('message', (message) => {
    if (typeof message === 'object' && 'modules' in message) onModules(Number(message.modules));
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n${said.join('').trim()}`);
}
