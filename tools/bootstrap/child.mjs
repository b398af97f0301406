import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';

import { readStat } from './alive.mjs';
import { watchParents } from './parents.mjs';
import { Failure } from './say.mjs';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const LOADED_FIRST = ['./compile-cache.mjs', './guard.mjs'].map(
  (name) => `--import=${new URL(name, import.meta.url).href}`,
);

/** Runs `file` with the first of `nodes` that this system can execute and resolves to the exit code. */
export async function runChild(nodes, file, args) {
  for (const node of nodes) {
    const code = await tryChild(node, file, args);
    if (code !== undefined) return code;
  }
  throw new Failure(
    `需要 Node 22.18 或更新的版本（当前 ${process.version}，且没有适用于 ${process.platform}-${process.arch} 的内置版本）。请安装后重试。`,
    `Node 22.18 or later is needed (this is ${process.version}, and none is included for ${process.platform}-${process.arch}). Install it and try again.`,
  );
}

async function tryChild(node, file, args) {
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', ...LOADED_FIRST, file, ...args],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter),
        ONEWINDOW_LAUNCHER: String(process.pid),
      },
    },
  );
  const forwarding = forwardSignals(child);
  const stopWatching = watchParents(() => {
    // What ended npm may have reached this process too; the child has been asked then.
    if (forwarding.getExitCode() === undefined) child.kill('SIGTERM');
  });
  const ended = await new Promise((resolve) => {
    // Not executable here, such as a program for another C library: the next one may be.
    child.once('error', () => resolve(undefined));
    child.once('exit', (code, signal) => resolve(code ?? toExitCode(signal)));
  });
  stopWatching();
  forwarding.end();
  return ended;
}

/** Hands signals on to `child`. `getExitCode` tells the code that belongs to the first that came, if one did. */
export function forwardSignals(child) {
  let first;
  const handlers = FORWARDED.map((signal) => [
    signal,
    () => {
      first ??= toExitCode(signal);
      // The terminal has sent Ctrl-C and its closing to the child as well; a second one would mean "at once".
      if (signal === 'SIGTERM' || !isFromTerminal()) child.kill(signal);
    },
  ]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return {
    getExitCode: () => first,
    end() {
      for (const [signal, handler] of handlers) process.off(signal, handler);
    },
  };
}

function toExitCode(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

// In the foreground of its terminal: proc(5) stat, pgrp and tpgid.
function isFromTerminal() {
  if (process.stdin.isTTY !== true) return false;
  const fields = readStat('self');
  return fields === undefined || fields[2] === fields[5];
}
