import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

import { ProblemError } from '#kernel/problems/problem-error.ts';

import { sheetProblems } from './sheet-problems.ts';

interface Entry {
  readonly offset: number;
  readonly packed: number;
  readonly size: number;
  readonly isDeflated: boolean;
}

/** How much an archive may hold. */
export interface ArchiveLimits {
  readonly unzippedBytes: number;
  readonly entries: number;
}

const END_SIGNATURE = 0x0605_4b50;
const ENTRY_SIGNATURE = 0x0201_4b50;
const LOCAL_SIGNATURE = 0x0403_4b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;

/**
 * The files of a zip archive. Opening reads only its directory and refuses one that promises more than the limit;
 * reading counts what really comes out and stops at the limit too, because a directory can lie.
 */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: ArchiveLimits;
  #left: number;

  private constructor(bytes: Buffer, entries: ReadonlyMap<string, Entry>, limits: ArchiveLimits) {
    this.#bytes = bytes;
    this.#entries = entries;
    this.#limits = limits;
    this.#left = limits.unzippedBytes;
  }

  /** Throws ProblemError when the directory is damaged, encrypted or promises too much. */
  static open(bytes: Buffer, limits: ArchiveLimits): ZipArchive {
    return new ZipArchive(bytes, readDirectory(bytes, limits), limits);
  }

  /** The paths of its files, in the order of its directory. */
  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The content of a file, piece by piece. Throws ProblemError when it is absent, damaged or too much. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw damaged(name);
    const packed = this.#packedBytes(name, entry);
    if (!entry.isDeflated) {
      this.#count(packed.length);
      yield packed;
      return;
    }
    const inflate = createInflateRaw();
    Readable.from(slices(packed)).pipe(inflate);
    try {
      for await (const chunk of inflate as AsyncIterable<Buffer>) {
        this.#count(chunk.length);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw damaged(name, error);
    } finally {
      inflate.destroy();
    }
  }

  #packedBytes(name: string, entry: Entry): Buffer {
    const header = this.#bytes.subarray(entry.offset, entry.offset + LOCAL_SIZE);
    if (header.length < LOCAL_SIZE || header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
      throw damaged(name);
    }
    const start = entry.offset + LOCAL_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = this.#bytes.subarray(start, start + entry.packed);
    if (packed.length !== entry.packed) throw damaged(name);
    return packed;
  }

  #count(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw tooMuch(this.#limits);
  }
}

function readDirectory(bytes: Buffer, limits: ArchiveLimits): Map<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let offset = bytes.readUInt32LE(end + 16);
  if (count > limits.entries) throw tooMuch(limits);
  const entries = new Map<string, Entry>();
  let promised = 0;
  for (let index = 0; index < count; index += 1) {
    if (offset + ENTRY_SIZE > bytes.length || bytes.readUInt32LE(offset) !== ENTRY_SIGNATURE) {
      throw damaged('zip');
    }
    const nameLength = bytes.readUInt16LE(offset + 28);
    const name = bytes.toString('utf8', offset + ENTRY_SIZE, offset + ENTRY_SIZE + nameLength);
    const entry = readEntry(bytes, offset, name);
    // Two files of one name show different things to different programs.
    if (entries.has(name)) throw damaged(name);
    entries.set(name, entry);
    promised += entry.size;
    if (promised > limits.unzippedBytes) throw tooMuch(limits);
    offset +=
      ENTRY_SIZE + nameLength + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32);
  }
  return entries;
}

function readEntry(bytes: Buffer, offset: number, name: string): Entry {
  const isEncrypted = (bytes.readUInt16LE(offset + 8) & 1) === 1;
  if (isEncrypted) throw new ProblemError(sheetProblems.oldFormat);
  const method = bytes.readUInt16LE(offset + 10);
  if (method !== 0 && method !== 8) throw damaged(name);
  return {
    offset: bytes.readUInt32LE(offset + 42),
    packed: bytes.readUInt32LE(offset + 20),
    size: bytes.readUInt32LE(offset + 24),
    isDeflated: method === 8,
  };
}

/** The directory's end stands before a comment of at most 65,535 bytes. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - 0xffff);
  for (let offset = bytes.length - END_SIZE; offset >= first; offset -= 1) {
    if (bytes.readUInt32LE(offset) === END_SIGNATURE) return offset;
  }
  throw damaged('zip');
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += 65_536) {
    yield bytes.subarray(start, start + 65_536);
  }
}

function tooMuch(limits: ArchiveLimits): ProblemError {
  const megabytes = Math.floor(limits.unzippedBytes / 1_000_000);
  return new ProblemError(sheetProblems.tooLarge, { what: 'MB', limit: megabytes });
}

function damaged(where: string, cause?: unknown): ProblemError {
  return new ProblemError(sheetProblems.damaged, { where }, { cause });
}
