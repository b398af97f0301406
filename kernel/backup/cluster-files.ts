import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { isMissing } from './durable-file.ts';
import type { Packing } from './packed.ts';

export interface FoundFile {
  /** Relative to the folder that was walked. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly bytes: number;
}

/** Everything below a folder, folders before what is in them. What disappears meanwhile is left out. */
export async function walk(
  folder: string,
  mayEnter: (name: string) => boolean = () => true,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const enter = async (prefix: string): Promise<void> => {
    const names = await readdir(join(folder, prefix)).catch((error: unknown) => {
      if (isMissing(error)) return [] as string[];
      throw error;
    });
    for (const own of names.toSorted()) {
      const name = prefix === '' ? own : `${prefix}/${own}`;
      const state = await lstat(join(folder, name)).catch(() => undefined);
      if (state === undefined || !mayEnter(name)) continue;
      const isFolder = state.isDirectory();
      if (!isFolder && !state.isFile()) continue;
      found.push({ name, isFolder, bytes: isFolder ? 0 : state.size });
      if (isFolder) await enter(name);
    }
  };
  await enter('');
  return found;
}

// What the server makes anew or must not find again (PostgreSQL manual 25.3.4, "Backing Up the Data Directory").
const LEFT_OUT =
  /^(?:postmaster\.(?:pid|opts)|backup_label(?:\.old)?|tablespace_map(?:\.old)?|recovery\.signal|.*\.draft|log(?:\/.*)?|(?:pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.+|(?:.*\/)?pgsql_tmp.*|(?:.*\/)?pg_internal\.init.*)$/;

/** What a physical backup copies of PostgreSQL's data directory. */
export const listClusterFiles = (cluster: string): Promise<FoundFile[]> =>
  walk(cluster, (name) => !LEFT_OUT.test(name));

/** Puts files into a packed file under their names below `prefix`. */
export async function packFiles(
  packing: Packing,
  folder: string,
  files: readonly FoundFile[],
  prefix = '',
): Promise<void> {
  for (const { name, isFolder } of files) {
    if (isFolder) await packing.folder(`${prefix}${name}`);
    else await packing.file(join(folder, name), `${prefix}${name}`);
  }
}

export const totalBytes = (files: readonly FoundFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);
