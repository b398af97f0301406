import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive, its content asked for piece by piece. */
export interface ZipPart {
  readonly name: string;
  readonly content: ZipContent;
}

/** Text is written as UTF-8. */
type ZipContent = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const LIMIT = 0xffff_ffff;
/** Sizes follow the content (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const VERSION = 20;
const DEFLATE = 8;
/** 1 January 1980, the first day that the format knows: the same rows give the same bytes. */
const DOS_DATE = 0x21;

/**
 * Packs parts into a zip archive as they come (PKWARE APPNOTE 6.3). Nothing is held but the piece under way and the
 * list of names; the consumer's pace is the producer's pace. Throws RangeError beyond 4 GB.
 */
export async function* zipParts(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const start = offset;
    const header = localHeader(name);
    yield header;
    const meter = { crc: 0, size: 0, packed: 0 };
    yield* deflate(part.content, meter);
    const descriptor = dataDescriptor(meter);
    yield descriptor;
    offset += header.length + meter.packed + descriptor.length;
    if (offset > LIMIT || meter.size > LIMIT) throw new RangeError('The archive exceeds 4 GB');
    written.push({ name, ...meter, offset: start });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOfDirectory(written.length, directory.length, offset);
}

async function* deflate(
  content: ZipContent,
  meter: { crc: number; size: number; packed: number },
): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw({ level: 6 });
  const source = Readable.from(measure(content, meter), { objectMode: true, highWaterMark: 2 });
  // A failure of the source destroys the packer, and reading from it below throws the same error.
  pipeline(source, packer, () => undefined);
  for await (const chunk of packer as AsyncIterable<Buffer>) {
    meter.packed += chunk.length;
    yield chunk;
  }
}

async function* measure(
  content: ZipContent,
  meter: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Buffer.from(piece);
    meter.crc = crc32(bytes, meter.crc);
    meter.size += bytes.length;
    yield bytes;
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATE, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function dataDescriptor(meter: { crc: number; packed: number; size: number }): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x0807_4b50, 0);
  descriptor.writeUInt32LE(meter.crc, 4);
  descriptor.writeUInt32LE(meter.packed % (LIMIT + 1), 8);
  descriptor.writeUInt32LE(meter.size % (LIMIT + 1), 12);
  return descriptor;
}

function directoryEntry(entry: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(DEFLATE, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.packed, 20);
  header.writeUInt32LE(entry.size, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
