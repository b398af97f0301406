import { fork } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { systemClock } from '#kernel/clock/clock.ts';
import { envOfChild } from '#kernel/config/env.ts';

import { type BuildDescription, hashFiles } from './web-describe.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the built pages lie. */
export const webFolder = join(root, 'dist/web');

/** How long files of former builds are kept for pages that are still open and processes that still run. */
const KEEP_MS = 7 * 24 * 3_600_000;

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
  const folder = join(root, 'dist', `web-${process.pid}`);
  try {
    await runBundler(folder, (modules) =>
      options.onProgress?.(before && Math.min(0.99, modules / before.modules)),
    );
    await publish(folder, webFolder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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

/**
 * Puts a build in the place of the former one while that is being served: first the files with a hash in
 * their name, beside the old ones, then the pages that name them, then the description.
 */
export async function publish(from: string, to: string): Promise<void> {
  await mkdir(join(to, 'assets'), { recursive: true });
  const now = systemClock.now();
  for (const name of await readdir(join(from, 'assets'))) {
    await utimes(join(from, 'assets', name), now, now);
    await rename(join(from, 'assets', name), join(to, 'assets', name));
  }
  const others = await listFiles(from);
  for (const path of others.toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)))) {
    await mkdir(join(to, path, '..'), { recursive: true });
    await rename(join(from, path), join(to, path));
  }
  await removeOld(join(to, 'assets'), now.getTime() - KEEP_MS);
}

const isLast = (path: string) => path === 'build.json';

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function removeOld(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Another process may be doing the same.
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < before) await rm(path, { force: true });
  }
}

async function runBundler(folder: string, onModules: (count: number) => void): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = [
    '--configLoader',
    'native',
    '--logLevel',
    'warn',
    '--outDir',
    folder,
    '--emptyOutDir',
  ];
  const child = fork(vite, ['build', ...options], {
    cwd: root,
    // Tests and shells set it to other things; what is served is always the quick build.
    env: envOfChild({ NODE_ENV: 'production' }),
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
