import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { BackupError } from '../backup-error.ts';
import { CentreName, Part, TableDigest } from '../manifest.ts';

/** One table of an export: its rows as COPY text, compressed with zstd. */
export const ExportedTable = TableDigest.extend({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  file: z.string(),
  bytes: z.number().int(),
  sm3: z.string(),
});
export type ExportedTable = z.infer<typeof ExportedTable>;

/** What an export holds, written last. */
export const ExportManifest = z.object({
  format: z.literal('onewindow-export-1'),
  madeAt: z.iso.datetime(),
  software: z.string(),
  /** Version of the server that the data came from. */
  postgres: z.string(),
  centres: z.array(CentreName),
  /** The form of the database: an import needs exactly these. */
  migrations: z.array(z.object({ part: z.string(), name: z.string(), hash: z.string() })),
  /** The highest rank that stands in place of a transaction number. */
  highestRank: z.number().int(),
  tables: z.array(ExportedTable),
  files: Part,
  holdsSecrets: z.boolean(),
});
export type ExportManifest = z.infer<typeof ExportManifest>;

export async function readExport(folder: string): Promise<ExportManifest> {
  try {
    return ExportManifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  } catch (error) {
    throw new BackupError(
      `“${folder}”里没有完整的导出（缺少或无法读取 manifest.json）。`,
      `"${folder}" holds no complete export (manifest.json is missing or cannot be read).`,
      error,
    );
  }
}
