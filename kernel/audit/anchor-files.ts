import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AuditAnchor } from './anchor.ts';

/** Writes an anchor into a folder, whole or not at all. Gives the file's path. */
export async function writeAnchor(folder: string, anchor: AuditAnchor): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, anchorFileName(anchor));
  await writeFile(`${path}.draft`, toAnchorText(anchor), { mode: 0o640 });
  await rename(`${path}.draft`, path);
  return path;
}

/** All anchors of a folder, oldest first. Throws when a file is none. */
export async function readAnchors(folder: string): Promise<AuditAnchor[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /^audit-anchor-.*\.json$/.test(name)).toSorted();
  return Promise.all(
    files.map(async (name) =>
      AuditAnchor.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))),
    ),
  );
}

/** `audit-anchor-1-20260120T020000Z.json` */
export function anchorFileName({ centreId, madeAt }: AuditAnchor): string {
  const moment = madeAt.replaceAll(/[-:]|\.\d+/g, '');
  return `audit-anchor-${centreId}-${moment}.json`;
}

export function toAnchorText(anchor: AuditAnchor): string {
  return `${JSON.stringify(anchor, undefined, 2)}\n`;
}
