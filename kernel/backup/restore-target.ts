import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock } from '../clock/clock.ts';
import { startEmbedded } from '../db/embedded/index.ts';
import { findPostmaster } from '../db/embedded/postmaster-pid.ts';
import { countUsers } from '../db/embedded/users.ts';
import { BackupError } from './backup-error.ts';
import { DATA_FOLDERS, SECRETS } from './data-files.ts';

export const POSTGRES = 'postgres';
const PARTS = [POSTGRES, ...DATA_FOLDERS, SECRETS] as const;

/**
 * Makes room for restored data. Existing data is refused, or with `force` moved into a folder beside it, never
 * removed; gives that folder.
 */
export async function clearTarget(
  dataDir: string,
  force: boolean,
  clock: Clock,
): Promise<string | undefined> {
  const present: string[] = [];
  for (const name of PARTS) if (await holdsData(join(dataDir, name))) present.push(name);
  if (present.length === 0) {
    await mkdir(dataDir, { recursive: true });
    return undefined;
  }
  if (!force) throw notEmpty(dataDir);
  await endServer(join(dataDir, POSTGRES));
  const stamp = clock
    .now()
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '');
  const aside = join(dataDir, `before-restore-${stamp}`);
  await mkdir(aside, { mode: 0o711 });
  for (const name of present) await rename(join(dataDir, name), join(aside, name));
  return aside;
}

async function holdsData(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const names = await readdir(path).catch(() => undefined);
  return names === undefined || names.length > 0;
}

// A server that was left running by a killed process is ended; one that is used is not.
async function endServer(home: string): Promise<void> {
  if (findPostmaster(join(home, 'cluster')) === undefined) return;
  if (countUsers(join(home, 'run', 'users')) > 0) throw inUse(home);
  const server = await startEmbedded({ dataDir: home, archive: true });
  await server.stop();
}

const notEmpty = (dataDir: string) =>
  new BackupError(
    `“${dataDir}”里已有数据，未做任何改动。请用 --into 指定空目录，或加 --force 把原有数据移到旁边的目录后再恢复。`,
    `"${dataDir}" holds data already; nothing was changed. Name an empty folder with --into, or add --force, which moves the present data aside first.`,
  );

const inUse = (home: string) =>
  new BackupError(
    `“${home}”的数据库正在使用，请先停止服务再恢复。`,
    `The database in "${home}" is in use; stop the server before restoring.`,
  );

/** Whether there is room for stored files: false when this data folder has some already. */
export async function hasRoomForFiles(dataDir: string): Promise<boolean> {
  await mkdir(dataDir, { recursive: true });
  return !(await holdsData(join(dataDir, DATA_FOLDERS[0])));
}
