import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** What a virus scanner says of a file. */
export type ScanVerdict =
  | { readonly clean: true }
  | { readonly clean: false; readonly found: string };

/** Throws when the scanner can not be reached or does not answer in time. */
export interface Scanner {
  scan(path: string): Promise<ScanVerdict>;
}

const PATIENCE_MS = 30_000;
const CHUNK = 64 * 1024;

/**
 * ClamAV by its daemon's INSTREAM command (docs.clamav.net, clamd protocol): four bytes of length before
 * each piece, a zero length at the end. `address` is `host:port` or the path of its socket.
 */
export function createClamdScanner(address: string): Scanner {
  return {
    scan: async (path) => {
      const socket = open(address);
      try {
        return await exchange(socket, path);
      } finally {
        socket.destroy();
      }
    },
  };
}

function open(address: string): Socket {
  if (address.startsWith('/')) return connect({ path: address });
  const [host = '127.0.0.1', port = '3310'] = address.split(':');
  return connect({ host, port: Number(port) });
}

async function exchange(socket: Socket, path: string): Promise<ScanVerdict> {
  socket.setTimeout(PATIENCE_MS, () =>
    socket.destroy(new Error('The virus scanner did not answer in time')),
  );
  const answer = readAll(socket);
  answer.catch(() => undefined);
  socket.write('zINSTREAM\0');
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK })) {
    const data = piece as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    socket.write(length);
    if (!socket.write(data) && !socket.destroyed)
      await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
  socket.write(Buffer.alloc(4));
  return toVerdict(await answer);
}

async function readAll(socket: Socket): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of socket) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8').replaceAll('\0', '').trim();
}

function toVerdict(answer: string): ScanVerdict {
  if (answer.endsWith('OK')) return { clean: true };
  const found = /stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { clean: false, found };
  throw new Error(`The virus scanner answered: ${answer.slice(0, 100)}`);
}
