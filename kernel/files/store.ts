import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where contents lie, each under its hash. Putting the same content twice keeps one. */
export interface FileStore {
  /** Takes the finished file at `path` over; durable when it resolves. */
  put(centreId: number, hash: string, path: string): Promise<void>;
  /** The content, or undefined when it is not there. */
  read(centreId: number, hash: string): Promise<Readable | undefined>;
  remove(centreId: number, hash: string): Promise<void>;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Contents on the local disk, under `folder/<centre>/<first two>/<hash>`. */
export function createDiskStore(folder: string): FileStore {
  const place = (centreId: number, hash: string) =>
    join(folder, String(centreId), hash.slice(0, 2), hash);
  return {
    put: async (centreId, hash, path) => {
      const target = place(centreId, hash);
      await mkdir(dirname(target), { recursive: true });
      await flush(path);
      await rename(path, target);
      await flush(dirname(target));
    },
    read: async (centreId, hash) => {
      const path = place(centreId, hash);
      const found = await stat(path).catch(() => undefined);
      return found?.isFile() === true ? createReadStream(path) : undefined;
    },
    remove: (centreId, hash) => rm(place(centreId, hash), { force: true }),
  };
}
