import { cpSync, existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startEmbedded } from '#kernel/db/embedded/index.ts';

import { prepareCentres } from './prepare.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, '.cache/simulate');
/** What decides how a loaded centre looks. */
const SOURCES = ['centres/**', '{kernel,modules}/**/migrations/**', 'simulate/centre/prepare.ts'];

/**
 * Fills `home` with the data of freshly loaded centres. Loading takes longer than a short day, so it is done once for
 * each state of the sheets and migrations, kept below `.cache`, and copied.
 */
export async function copyTemplate(
  home: string,
  given: { readonly centres: number; readonly epochMs: number },
): Promise<{ readonly wasMade: boolean }> {
  const kept = join(cache, `template-${given.centres}-${given.epochMs}-${fingerprint()}`);
  const wasMade = !existsSync(kept);
  if (wasMade) await make(kept, given);
  cpSync(kept, home, { recursive: true });
  return { wasMade };
}

async function make(
  kept: string,
  { centres, epochMs }: { readonly centres: number; readonly epochMs: number },
): Promise<void> {
  const fresh = `${kept}.new-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    const embedded = await startEmbedded({ dataDir: join(fresh, 'postgres') });
    try {
      await prepareCentres(
        { connection: embedded.connection, dataDir: join(fresh, 'files'), port: 8080, epochMs },
        centres,
      );
    } finally {
      await embedded.stop();
    }
    renameSync(fresh, kept);
  } finally {
    rmSync(fresh, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

function fingerprint(): string {
  const files = globSync(SOURCES, { cwd: root }).toSorted();
  let hash = 0x811c9dc5;
  for (const file of files) {
    const { size, mtimeMs, isFile } = toFacts(join(root, file));
    if (!isFile) continue;
    for (const letter of `${file} ${size} ${mtimeMs}`)
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

function toFacts(path: string) {
  const stat = statSync(path);
  return { size: stat.size, mtimeMs: Math.round(stat.mtimeMs), isFile: stat.isFile() };
}
