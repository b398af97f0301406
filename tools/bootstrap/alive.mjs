import { readFileSync } from 'node:fs';

/** A process that can be told from a later one with the same number. */
export function getOwnIdentity() {
  return { pid: process.pid, start: readStart(process.pid) };
}

export function isAlive({ pid, start }) {
  if (start !== undefined) return readStart(pid) === start;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Fields of proc(5) stat from the state on, or undefined where there is no such process or no /proc. */
export function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

// Ticks since boot together with the boot; a zombie counts as gone.
function readStart(pid) {
  const fields = readStat(pid);
  if (fields === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${fields[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
}
