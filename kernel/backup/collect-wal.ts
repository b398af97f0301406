import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { findSystemIdentifier, listSegments, SEGMENT } from './segments.ts';

/**
 * Adds to a folder of WAL the segments of others that the same cluster wrote and that it does not hold yet. The
 * order of `sources` matters: a finished segment of an archive goes before the same one still being written.
 */
export async function collectWal(
  target: string,
  sources: readonly string[],
  systemIdentifier: string,
): Promise<number> {
  let copied = 0;
  for (const source of sources) {
    for (const name of await listSegments(source)) {
      const [from, to] = [join(source, name), join(target, name)];
      if (existsSync(to)) continue;
      if (SEGMENT.test(name) && (await findSystemIdentifier(from)) !== systemIdentifier) continue;
      await copyFile(from, to, constants.COPYFILE_FICLONE);
      copied += 1;
    }
  }
  return copied;
}

/** Copies the files below a folder that another one does not have: stored files never change under their name. */
export async function copyMissing(from: string, to: string): Promise<number> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  let copied = 0;
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await mkdir(target, { recursive: true });
      copied += await copyMissing(source, target);
    } else if (entry.isFile() && !existsSync(target)) {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      copied += 1;
    }
  }
  return copied;
}
