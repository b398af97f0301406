import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open } from 'node:fs/promises';
import { basename, dirname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';

import { extract, type Header, pack, type Pack } from 'tar-stream';

import { Sm3Meter } from '../crypto/sm3.ts';
import { BackupError } from './backup-error.ts';
import { flush, isMissing } from './durable-file.ts';
import type { Part } from './manifest.ts';

/** What goes into a packed file, one after the other. */
export interface Packing {
  /** Copies a file as large as it is when it is opened; one that is gone by then is left out. */
  file(path: string, name: string): Promise<void>;
  folder(name: string): Promise<void>;
  text(name: string, content: string): Promise<void>;
}

export interface PackOptions {
  readonly onBytes?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Writes a tar stream compressed with zstd, durable when it resolves. `feed` says what goes in. */
export async function packInto(
  path: string,
  feed: (packing: Packing) => Promise<void>,
  { onBytes = () => undefined, signal }: PackOptions = {},
): Promise<Part> {
  const tar = pack();
  const meter = new Sm3Meter();
  const counts = { entries: 0, contentBytes: 0 };
  const written = pipeline(
    Readable.from(tar),
    createZstdCompress(),
    meter,
    createWriteStream(path, { mode: 0o600, flush: true }),
    ...(signal === undefined ? [] : [{ signal }]),
  );
  const fed = feed(toPacking(tar, counts, onBytes)).then(
    () => tar.finalize(),
    (error: unknown) => {
      tar.destroy(error as Error);
      throw error;
    },
  );
  // The feeder waits for ever when nobody reads any more: the failure of the writer is what counts.
  await Promise.race([Promise.all([fed, written]), written.then(() => fed)]);
  return { file: basename(path), bytes: meter.bytes, sm3: meter.digest.toString('hex'), ...counts };
}

function toPacking(
  tar: Pack,
  counts: { entries: number; contentBytes: number },
  onBytes: (bytes: number) => void,
): Packing {
  const note = (bytes: number) => {
    counts.entries += 1;
    counts.contentBytes += bytes;
  };
  return {
    file: async (path, name) => {
      const bytes = await addFile(tar, path, name, onBytes);
      if (bytes !== undefined) note(bytes);
    },
    folder: async (name) => {
      const { entry, closed } = openEntry(tar, {
        name: `${name}/`,
        type: 'directory',
        mode: 0o700,
      });
      entry.end(undefined);
      await closed;
      note(0);
    },
    text: async (name, content) => {
      const bytes = Buffer.from(content, 'utf8');
      const { entry, closed } = openEntry(tar, { name, size: bytes.length, mode: 0o600 });
      entry.end(bytes);
      await closed;
      note(bytes.length);
    },
  };
}

function openEntry(tar: Pack, header: Partial<Header> & Pick<Header, 'name'>) {
  const { promise: closed, resolve, reject } = Promise.withResolvers<void>();
  const entry = tar.entry(header, (error) => (error ? reject(error) : resolve()));
  return { entry, closed };
}

const CHUNK = 1024 * 1024;

const onceDrained = (entry: ReturnType<Pack['entry']>): Promise<void> =>
  new Promise((resolve) => {
    entry.once('drain', () => resolve());
  });

/** A file that shrinks meanwhile is filled up with zeros, as pg_basebackup does: the WAL puts it right. */
async function addFile(
  tar: Pack,
  path: string,
  name: string,
  onBytes: (bytes: number) => void,
): Promise<number | undefined> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const { size, mtime } = await handle.stat();
    const { entry, closed } = openEntry(tar, { name, size, mtime, mode: 0o600 });
    for (let place = 0; place < size;) {
      const chunk = Buffer.alloc(Math.min(CHUNK, size - place));
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, place);
      place += bytesRead === 0 ? chunk.length : bytesRead;
      const piece = bytesRead === 0 ? chunk : chunk.subarray(0, bytesRead);
      if (!entry.write(piece)) await onceDrained(entry);
      onBytes(piece.length);
    }
    entry.end(undefined);
    await closed;
    return size;
  } finally {
    await handle.close();
  }
}

/** Reads a packed file to its end: each entry is given with its content. Throws when the hash is another one. */
export async function readPacked(
  folder: string,
  part: Part,
  onEntry: (header: Header, content: AsyncIterable<Buffer>) => Promise<void>,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<void> {
  const path = join(folder, part.file);
  const meter = new Sm3Meter();
  const tar = extract();
  const read = pipeline(createReadStream(path), meter, createZstdDecompress(), tar);
  read.catch(() => undefined);
  let entries = 0;
  let contentBytes = 0;
  const count = (bytes: number) => {
    contentBytes += bytes;
    onBytes(bytes);
  };
  try {
    for await (const entry of tar) {
      const content = countBytes(entry as unknown as AsyncIterable<Buffer>, count);
      await onEntry(entry.header, content);
      entries += 1;
    }
    await read;
  } catch (error) {
    throw isWritingFailure(error) ? error : damagedPart(path, error);
  }
  const isSame =
    meter.digest.toString('hex') === part.sm3 &&
    meter.bytes === part.bytes &&
    entries === part.entries &&
    contentBytes === part.contentBytes;
  if (!isSame) throw damagedPart(path);
}

const isWritingFailure = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'].includes(String(error.code));

async function* countBytes(
  source: AsyncIterable<Buffer>,
  onBytes: (bytes: number) => void,
): AsyncIterable<Buffer> {
  for await (const chunk of source) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Reads everything again from the disk and compares it with what was written. */
export async function checkPacked(
  folder: string,
  part: Part,
  onBytes?: (bytes: number) => void,
): Promise<void> {
  await readPacked(folder, part, (_header, content) => drain(content), onBytes);
}

async function drain(content: AsyncIterable<Buffer>): Promise<void> {
  const reader = content[Symbol.asyncIterator]();
  while ((await reader.next()).done !== true);
}

/** Unpacks below `target`. Nothing of the archive can lead outside of it. */
export async function unpackInto(
  folder: string,
  part: Part,
  target: string,
  onBytes?: (bytes: number) => void,
): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  await readPacked(
    folder,
    part,
    async ({ name, type, mode }, content) => {
      const path = normalize(join(target, name));
      if (!path.startsWith(target + sep)) throw damagedPart(join(folder, part.file));
      if (type === 'directory') {
        await mkdir(path, { recursive: true, mode: 0o700 });
        await drain(content);
        return;
      }
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(content, createWriteStream(path, { mode: mode ?? 0o600 }));
    },
    onBytes,
  );
  await chmod(target, 0o700);
  await flush(target);
}

function damagedPart(path: string, cause?: unknown): BackupError {
  return new BackupError(
    `备份文件“${path}”已损坏或不完整，请改用另一份备份。`,
    `"${path}" is damaged or incomplete; use another backup.`,
    cause,
  );
}
