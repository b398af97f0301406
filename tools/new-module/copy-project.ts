import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Large, and the same for everybody. */
const linked = ['node_modules', 'assets'];
const leftOut = ['.git', '.cache', 'data', 'dist', 'test-results'];

/** A copy of this project in a temporary folder, to change and throw away. Gives its path. */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'project-'));
  for (const name of readdirSync('.')) {
    if (leftOut.includes(name)) continue;
    if (linked.includes(name)) symlinkSync(join(process.cwd(), name), join(copy, name));
    else cpSync(name, join(copy, name), { recursive: true });
  }
  return copy;
}

/** Runs a program of the project in a copy of it. Gives what it printed, and whether it went well. */
export function runIn(copy: string, program: string, args: readonly string[]) {
  const { PATH, HOME, TMPDIR } = process.env;
  const done = spawnSync(process.execPath, [program, ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { PATH, HOME, TMPDIR, NO_COLOR: '1' },
  });
  return { passed: done.status === 0, output: `${done.stdout}${done.stderr}` };
}
