import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes what was written to a file or a folder survive a power cut. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a small file whole or not at all. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(`${path}.draft`, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.draft`, path);
  await flush(dirname(path));
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
