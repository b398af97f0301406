import { readFileSync } from 'node:fs';

import { readStat } from './alive.mjs';

const INTERVAL_MS = 250;

/**
 * Calls `onLost` once when npm, which started this process through a shell, ends: a signal to npm reaches its shell but
 * not what runs below it. Started from a person's own shell nothing is watched, because `nohup` is meant to survive it.
 * Returns the function that ends the watch.
 */
export function watchParents(onLost) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  // npm -> sh -c -> this: when npm is killed outright the shell lives on and waits for us.
  const grandparent = isShellCommand(parent) ? readParent(parent) : undefined;
  const timer = setInterval(() => {
    const lost =
      process.ppid !== parent || (grandparent !== undefined && readParent(parent) !== grandparent);
    if (!lost) return;
    clearInterval(timer);
    onLost();
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}

function readParent(pid) {
  return readStat(pid)?.[1];
}

function isShellCommand(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[1] === '-c';
  } catch {
    return false;
  }
}
