import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { BackupError } from './backup-error.ts';

/** A file of a backup: a tar stream compressed with zstd. */
export const Part = z.object({
  file: z.string(),
  bytes: z.number().int(),
  /** SM3 of the file as it lies there. */
  sm3: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.number().int(),
  contentBytes: z.number().int(),
});
export type Part = z.infer<typeof Part>;

/** Rows of a table and a digest of them that does not depend on their order. */
export const TableDigest = z.object({
  table: z.string(),
  rows: z.number().int(),
  digest: z.string(),
});
export type TableDigest = z.infer<typeof TableDigest>;

export const CentreName = z.object({
  centreId: z.number().int(),
  nameZh: z.string(),
  nameEn: z.string(),
});

/** What a backup holds, written last: a folder without it is no backup. */
export const BackupManifest = z.object({
  format: z.literal('onewindow-backup-1'),
  name: z.string(),
  startedAt: z.iso.datetime(),
  /** The earliest moment that it can be restored to. */
  finishedAt: z.iso.datetime(),
  software: z.string(),
  postgres: z.string(),
  systemIdentifier: z.string(),
  centres: z.array(CentreName),
  /** First and last WAL segment that the copy needs. */
  firstSegment: z.string(),
  lastSegment: z.string(),
  /** The place in the WAL at which the tables were exactly as `tables` says. */
  markedLsn: z.string(),
  /** Where later WAL segments were being kept, for a restore to a later moment. */
  archiveFolder: z.string(),
  cluster: Part,
  wal: Part,
  /** Stored files, anchors and, of a demonstration, its secrets. */
  files: Part,
  /** A demonstration's secrets are inside; those of production never are. */
  holdsSecrets: z.boolean(),
  /** Stored files lie in an object store, which is not part of the backup. */
  filesElsewhere: z.boolean(),
  tables: z.array(TableDigest),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

/** What came of restoring a backup beside the running server and comparing every table. */
export const Rehearsal = z.object({
  at: z.iso.datetime(),
  seconds: z.number(),
  isEqual: z.boolean(),
  tables: z.number().int(),
  rows: z.number().int(),
  /** Tables whose rows differ. */
  differing: z.array(z.string()),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

export const MANIFEST = 'manifest.json';
export const REHEARSAL = 'rehearsal.json';
export const BACKUP_NAME = /^onewindow-\d{8}T\d{6}Z$/;

export async function readManifest(folder: string): Promise<BackupManifest> {
  try {
    return BackupManifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch (error) {
    throw new BackupError(
      `“${folder}”里没有完整的备份（缺少或无法读取 ${MANIFEST}）。`,
      `"${folder}" holds no complete backup (${MANIFEST} is missing or cannot be read).`,
      error,
    );
  }
}

export interface KeptBackup {
  readonly folder: string;
  readonly manifest: BackupManifest;
  readonly rehearsal: Rehearsal | undefined;
}

/** The complete backups of a folder, newest first. */
export async function listBackups(folder: string): Promise<KeptBackup[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const kept: KeptBackup[] = [];
  for (const name of names
    .filter((each) => BACKUP_NAME.test(each))
    .toSorted()
    .toReversed()) {
    const path = join(folder, name);
    const manifest = await readManifest(path).catch(() => undefined);
    if (manifest === undefined) continue;
    kept.push({ folder: path, manifest, rehearsal: await findRehearsal(path) });
  }
  return kept;
}

async function findRehearsal(folder: string): Promise<Rehearsal | undefined> {
  const text = await readFile(join(folder, REHEARSAL), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Rehearsal.parse(JSON.parse(text));
}
