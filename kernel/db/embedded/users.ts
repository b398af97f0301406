import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { errnoOf } from './errors.ts';
import { handToFolderOwner } from './layout.ts';
import { getOwnIdentity, isAlive, type ProcessIdentity } from './processes.ts';

/**
 * Notes that this process uses the server and returns the note's path. Every call adds a note of its own, so that two
 * users inside one process count as two.
 */
export function registerUser(usersDir: string): string {
  mkdirSync(usersDir, { recursive: true, mode: 0o700 });
  handToFolderOwner(usersDir);
  const identity = getOwnIdentity();
  for (let number = 1; ; number += 1) {
    const note = join(usersDir, `${identity.pid}-${identity.startTicks}-${number}.json`);
    try {
      writeFileSync(note, JSON.stringify(identity), { flag: 'wx', mode: 0o600 });
      handToFolderOwner(note);
      return note;
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}

export function unregisterUser(note: string): void {
  rmSync(note, { force: true });
}

/** How many living users the server has. Notes of processes that ended without saying so are removed. */
export function countUsers(usersDir: string): number {
  let living = 0;
  for (const name of listNotes(usersDir)) {
    const note = join(usersDir, name);
    if (isNoteAlive(note)) living += 1;
    else rmSync(note, { force: true });
  }
  return living;
}

function isNoteAlive(note: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(note, 'utf8')) as ProcessIdentity);
  } catch {
    // A note cut short by a crash belongs to nobody.
    return false;
  }
}

function listNotes(usersDir: string): string[] {
  try {
    return readdirSync(usersDir).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}
