import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createTerminal } from './terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const WATCHED = ['kernel', 'modules', 'server', 'standins', 'web'];
/** An editor writes a file in several steps; they count as one change. */
const QUIET_MS = 300;

/** Starts the server anew, with the pages built anew, whenever a source changes. The database goes on meanwhile. */
export async function develop(): Promise<void> {
  const terminal = createTerminal(false);
  const runner = createRunner();
  let timer: NodeJS.Timeout | undefined;
  const watchers = WATCHED.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, name) => {
      if (name === null || /\.test\.tsx?$|~$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        terminal.say(`\n  ↻ ${folder}/${name}`);
        void runner.again();
      }, QUIET_MS);
    }),
  );
  await runner.again();
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  for (const watcher of watchers) watcher.close();
  await runner.stop();
}

function createRunner() {
  let child: ChildProcess | undefined;
  let turn = Promise.resolve();
  const stop = async (): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((resolve) => {
      running.once('exit', resolve);
    });
    running.kill('SIGTERM');
    await ended;
  };
  const start = async (): Promise<void> => {
    await stop();
    child = spawn(process.execPath, [join(root, 'server/cli.ts'), 'start'], {
      stdio: 'inherit',
      cwd: root,
    });
  };
  return {
    // One after the other: a change during a start waits for it.
    again: (): Promise<void> => {
      turn = turn.then(start);
      return turn;
    },
    stop,
  };
}
