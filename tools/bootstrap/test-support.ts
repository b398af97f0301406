import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { vi } from 'vitest';

const TOOLS = fileURLToPath(new URL('..', import.meta.url));

// Stands for npm: notes what it was asked, and then does what npm does with node_modules, or fails as it would.
const NPM = `
  import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
  appendFileSync('npm-calls', process.argv.slice(2, 4).join(' ') + '\\n');
  if (existsSync('npm-hangs')) setInterval(() => {}, 1000);
  else if (existsSync('npm-fails')) {
    process.stderr.write(readFileSync('npm-fails', 'utf8'));
    process.exitCode = 1;
  } else {
    if (existsSync('npm-warns')) process.stderr.write(readFileSync('npm-warns', 'utf8'));
    rmSync('node_modules', { recursive: true, force: true });
    mkdirSync('node_modules');
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    delete packages[''];
    writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
  }
`;

// Writes down its end: whoever killed its parents no longer hears it.
const PROGRAM = `
  import { writeFileSync } from 'node:fs';
  const [act, value]: string[] = process.argv.slice(2);
  if (act === 'wait') {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
      process.on(signal, () => {
        writeFileSync(new URL('ended', import.meta.url), signal);
        process.exit(7);
      });
    }
    setInterval(() => undefined, 1000);
  }
  console.log(JSON.stringify({ act, path: process.env['PATH'], cwd: process.cwd() }));
  if (act === 'exit') process.exitCode = Number(value);
  if (act === 'die') process.kill(process.pid, 'SIGKILL');
`;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A small package with the start programs of this one. */
export interface Fixture {
  readonly root: string;
  run(args: readonly string[], options?: { file?: string; cwd?: string }): Promise<Outcome>;
  /** Starts without waiting for the end. */
  start(command: string, args: readonly string[]): ChildProcess;
  write(name: string, text: string): void;
  read(name: string): string | undefined;
  npmCalls(): string[];
  remove(): void;
}

export function makeFixture(): Fixture {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'onewindow-launch-')));
  cpSync(TOOLS, join(root, 'tools'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts') && !path.includes('architecture'),
  });
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  const read = (name: string): string | undefined =>
    existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : undefined;
  const start = (command: string, args: readonly string[], cwd = root): ChildProcess =>
    spawn(command, args, {
      cwd,
      env: {
        PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
        HOME: root,
        npm_execpath: join(root, 'npm', 'npm-cli.js'),
      },
    });
  write('package.json', '{ "name": "a", "version": "1.0.0", "type": "module" }');
  write('package-lock.json', toLock({}));
  write('program.ts', PROGRAM);
  write('server/cli.ts', PROGRAM);
  write('npm/npm-cli.js', NPM);
  return {
    root,
    write,
    read,
    start: (command, args) => start(command, args),
    run: (args, { file = join(root, 'tools', 'run.mjs'), cwd = root } = {}) =>
      collect(start(process.execPath, [file, ...args], cwd)),
    npmCalls: () => (read('npm-calls') ?? '').split('\n').filter((line) => line !== ''),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export function toLock(packages: Record<string, unknown>): string {
  const root = { name: 'a', version: '1.0.0' };
  return JSON.stringify({
    ...root,
    lockfileVersion: 3,
    requires: true,
    packages: { '': root, ...packages },
  });
}

/** Resolves when the program has said that it runs. */
export async function waitForOutput(child: ChildProcess, text: string): Promise<void> {
  let said = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  await vi.waitUntil(() => said.includes(text), { timeout: 9_000, interval: 10 });
}

export async function waitForExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function collect(child: ChildProcess): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    stdout += bytes.toString();
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    stderr += bytes.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
