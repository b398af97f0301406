import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { listBackups } from './manifest.ts';
import { listSegments, SEGMENT } from './segments.ts';

/**
 * Removes the oldest backups beyond `keep`, and the archived WAL that only they could use. Without a backup
 * the archive is left as it is.
 */
export async function rotateBackups(
  folder: string,
  keep: number,
  archive: string,
): Promise<readonly string[]> {
  const backups = await listBackups(folder);
  const removed = backups.slice(Math.max(keep, 1));
  for (const backup of removed) await rm(backup.folder, { recursive: true, force: true });
  const oldest = backups.slice(0, Math.max(keep, 1)).at(-1)?.manifest;
  if (oldest === undefined || oldest.archiveFolder !== archive) return [];
  for (const name of await listSegments(archive))
    if (SEGMENT.test(name) && name.slice(8) < oldest.firstSegment.slice(8))
      await rm(join(archive, name), { force: true });
  return removed.map(({ manifest }) => manifest.name);
}
