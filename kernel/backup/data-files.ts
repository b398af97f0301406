import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { packFiles, totalBytes, walk } from './cluster-files.ts';
import type { Part } from './manifest.ts';
import { packInto, type PackOptions } from './packed.ts';
import { byteStage, type Progress, toMebibytes } from './progress.ts';

/** Folders of DATA_DIR that belong to a backup beside the database. */
export const DATA_FOLDERS = ['files', 'audit-anchors'] as const;
export const SECRETS = 'secrets.json';

export interface DataFiles {
  readonly part: Part;
  readonly holdsSecrets: boolean;
}

/** Packs stored files, anchors and the secrets that a demonstration keeps beside them. */
export async function packDataFiles(
  dataDir: string,
  path: string,
  progress: Progress,
  options: PackOptions = {},
): Promise<DataFiles> {
  const found = await Promise.all(
    DATA_FOLDERS.map(async (name) => ({ name, files: await walk(join(dataDir, name)) })),
  );
  const bytes = found.reduce((sum, { files }) => sum + totalBytes(files), 0);
  const stage = byteStage(
    progress.stage('复制存储文件 (MiB)', 'Copying stored files (MiB)', toMebibytes(bytes)),
  );
  const secrets = join(dataDir, SECRETS);
  const holdsSecrets = existsSync(secrets);
  const part = await packInto(
    path,
    async (packing) => {
      for (const { name, files } of found)
        await packFiles(packing, join(dataDir, name), files, `${name}/`);
      if (holdsSecrets) await packing.file(secrets, SECRETS);
    },
    { ...options, onBytes: (by) => stage.advance(by) },
  );
  stage.done();
  return { part, holdsSecrets };
}
