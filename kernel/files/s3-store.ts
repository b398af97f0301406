import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

import { AwsClient } from 'aws4fetch';

import type { FileStore } from './store.ts';

export interface S3Options {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const PATIENCE_MS = 60_000;

/** Contents in a bucket of any S3-compatible service. aws4fetch repeats a failed call with growing pauses. */
export function createS3Store(options: S3Options): FileStore {
  const client = new AwsClient({
    accessKeyId: options.accessKeyId,
    secretAccessKey: options.secretAccessKey,
    region: options.region,
    service: 's3',
    retries: 3,
  });
  const address = (centreId: number, hash: string) =>
    `${options.endpoint.replace(/\/$/, '')}/${options.bucket}/${centreId}/${hash.slice(0, 2)}/${hash}`;
  const call = async (
    url: string,
    init: Omit<RequestInit, 'headers'> & { duplex?: 'half'; headers?: Record<string, string> },
  ) => {
    const signed = await client.sign(url, {
      ...init,
      headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...init.headers },
    });
    return fetch(signed, { signal: AbortSignal.timeout(PATIENCE_MS) });
  };
  return {
    put: async (centreId, hash, path) => {
      const { size } = await stat(path);
      const body = Readable.toWeb(createReadStream(path)) as BodyInit;
      const answer = await call(address(centreId, hash), {
        method: 'PUT',
        body,
        duplex: 'half',
        headers: { 'content-length': String(size) },
      });
      if (!answer.ok) throw new Error(`The file store answered ${answer.status}`);
      await rm(path, { force: true });
    },
    read: async (centreId, hash) => {
      const answer = await call(address(centreId, hash), { method: 'GET' });
      if (answer.status === 404) return undefined;
      if (!answer.ok || answer.body === null)
        throw new Error(`The file store answered ${answer.status}`);
      return Readable.fromWeb(answer.body as ReadableStream);
    },
    remove: async (centreId, hash) => {
      const answer = await call(address(centreId, hash), { method: 'DELETE' });
      if (!answer.ok && answer.status !== 404)
        throw new Error(`The file store answered ${answer.status}`);
    },
  };
}
