import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { newId } from '../ids/id.ts';

/** A stream written to disk, with all that was learnt on the way. The taker moves or removes `path`. */
export interface Spooled {
  readonly path: string;
  readonly hash: string;
  readonly sizeBytes: number;
  readonly head: Buffer;
}

export class SpoolTooLarge extends Error {
  override readonly name = 'SpoolTooLarge';
}

const HEAD = 4100;

/** Writes a stream to a file of its own, hashing and counting; nothing is kept in memory but the first 4 KiB. */
export async function spool(
  source: Readable,
  folder: string,
  limitBytes: number,
): Promise<Spooled> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, newId());
  const hash = createHash('sm3');
  let sizeBytes = 0;
  let head = Buffer.alloc(0);
  const measure = new Transform({
    transform(piece: Buffer, _encoding, done) {
      sizeBytes += piece.length;
      if (sizeBytes > limitBytes) {
        done(new SpoolTooLarge());
        return;
      }
      hash.update(piece);
      if (head.length < HEAD) head = Buffer.concat([head, piece.subarray(0, HEAD - head.length)]);
      done(null, piece);
    },
  });
  try {
    await pipeline(source, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, hash: hash.digest('hex'), sizeBytes, head };
}
