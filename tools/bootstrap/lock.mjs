import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { getOwnIdentity, isAlive } from './alive.mjs';

/**
 * Runs `work` while no other process holds the lock folder `path`; `onWait` is called once when one does. A lock whose
 * holder ended is taken over.
 */
export async function withLock(path, onWait, work) {
  mkdirSync(dirname(path), { recursive: true });
  const own = await acquire(path, onWait);
  try {
    return await work();
  } finally {
    release(path, own);
  }
}

// A folder that names its holder is renamed into place. Renaming onto a folder that is not empty fails, so exactly one
// process succeeds and there is never a lock without a holder.
async function acquire(path, onWait) {
  const own = mkdtempSync(`${path}.${process.pid}-`);
  try {
    writeFileSync(
      join(own, 'holder.json'),
      JSON.stringify({ name: basename(own), ...getOwnIdentity() }),
    );
    for (let waited = false; ; waited = true) {
      if (tryRename(own, path)) return own;
      const holder = readHolder(path);
      if (holder !== undefined && !isAlive(holder)) {
        await breakLock(path, holder.name);
      } else {
        if (!waited) onWait();
        await pause(200);
      }
    }
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    throw error;
  }
}

function release(path, own) {
  renameSync(path, own);
  rmSync(own, { recursive: true, force: true });
  removeLeftovers(path);
}

// Several may find the same dead holder. Only who holds the guard named after it may remove the lock, and looks again
// first: otherwise a slow one would remove the lock that a fast one has just taken.
async function breakLock(path, name) {
  const guard = `${path}.break-${name}`;
  const own = await acquire(guard, () => {});
  try {
    if (readHolder(path)?.name !== name) return;
    renameSync(path, `${own}.dead`);
    rmSync(`${own}.dead`, { recursive: true, force: true });
  } finally {
    release(guard, own);
  }
}

function tryRename(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    // Windows answers EPERM where others say that the folder is not empty.
    if (['ENOTEMPTY', 'EEXIST'].includes(error.code)) return false;
    if (error.code === 'EPERM' && readHolder(to) !== undefined) return false;
    throw error;
  }
}

function readHolder(path) {
  try {
    return JSON.parse(readFileSync(join(path, 'holder.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

// What was left by processes that were killed while they waited.
function removeLeftovers(path) {
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const folder = join(dirname(path), name);
    const holder = readHolder(folder);
    if (holder !== undefined && !isAlive(holder)) rmSync(folder, { recursive: true, force: true });
  }
}
