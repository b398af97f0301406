import { ZipArchive } from '#kernel/documents/sheets/zip-archive.ts';

/** A package has a dozen small files; more is something else. */
const LIMITS = { unzippedBytes: 50_000_000, entries: 100 };

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * The files of a zipped package by their own names, whether they stand at its top or in one folder. Throws ProblemError
 * when the archive is damaged, encrypted or too large.
 */
export async function readZipped(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const archive = ZipArchive.open(Buffer.from(bytes), LIMITS);
  const files = new Map<string, Buffer>();
  for (const path of archive.names()) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isHidden = path.startsWith('__MACOSX/') || name.startsWith('.');
    if (isHidden || !/\.(?:csv|json)$/i.test(name)) continue;
    const pieces: Buffer[] = [];
    for await (const piece of archive.read(path)) pieces.push(piece);
    files.set(name, Buffer.concat(pieces));
  }
  return files;
}
