import { connect, type Socket } from 'node:net';

import {
  findTrouble,
  type PrinterTrouble,
  readStatus,
  STATUS_BYTES,
  STATUS_REQUEST,
} from '#kernel/documents/escpos/printer-status.ts';

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/** `failed`: certainly nothing was printed. `unknown`: bytes left, and the printer fell silent. */
export type SendOutcome =
  | { readonly state: 'printed' }
  | { readonly state: 'failed' | 'unknown'; readonly trouble: PrinterTrouble };

const TIMEOUT_MS = 4000;

/** How a network printer is now; undefined when it can print. */
export async function checkPrinter(
  address: PrinterAddress,
  timeoutMs = TIMEOUT_MS,
): Promise<PrinterTrouble | undefined> {
  try {
    const line = await openLine(address, timeoutMs);
    try {
      return await askTrouble(line);
    } finally {
      line.close();
    }
  } catch {
    return 'silent';
  }
}

/**
 * Sends a slip to a printer (raw TCP, port 9100). The printer is asked how it is before, so that nothing is sent
 * into an empty roll, and after, so that what is acknowledged has come out.
 */
export async function sendToPrinter(
  address: PrinterAddress,
  bytes: Uint8Array,
  timeoutMs = TIMEOUT_MS,
): Promise<SendOutcome> {
  let line: Line;
  try {
    line = await openLine(address, timeoutMs);
  } catch {
    return { state: 'failed', trouble: 'silent' };
  }
  try {
    const before = await askTrouble(line).catch(() => 'silent' as const);
    if (before !== undefined) return { state: 'failed', trouble: before };
    await line.write(bytes);
    const after = await askTrouble(line);
    // The paper ran out or the cover was opened under the slip: half of it may hang there.
    return after === undefined ? { state: 'printed' } : { state: 'unknown', trouble: after };
  } catch {
    return { state: 'unknown', trouble: 'silent' };
  } finally {
    line.close();
  }
}

async function askTrouble(line: Line): Promise<PrinterTrouble | undefined> {
  await line.write(STATUS_REQUEST);
  return findTrouble(readStatus(await line.read(STATUS_BYTES)));
}

/** A connection of which every step has its time. */
interface Line {
  write(bytes: Uint8Array): Promise<void>;
  read(count: number): Promise<Uint8Array>;
  close(): void;
}

async function openLine(address: PrinterAddress, timeoutMs: number): Promise<Line> {
  const socket = connect(address);
  socket.setNoDelay(true);
  await inTime(socket, timeoutMs, (done) => socket.once('connect', done));
  let got = Buffer.alloc(0);
  let wake: (() => void) | undefined;
  socket.on('data', (part: Buffer) => {
    got = Buffer.concat([got, part]);
    wake?.();
  });
  return {
    write: (bytes) => inTime(socket, timeoutMs, (done) => socket.write(bytes, () => done())),
    read: async (count) => {
      await inTime(socket, timeoutMs, (done) => {
        wake = () => {
          if (got.length >= count) done();
        };
        wake();
      });
      const answer = got.subarray(0, count);
      got = got.subarray(count);
      return answer;
    },
    close: () => socket.destroy(),
  };
}

/** Runs one step; fails when the connection breaks or the time is over, and then gives the connection up. */
async function inTime(
  socket: Socket,
  timeoutMs: number,
  start: (done: () => void) => void,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error?: Error) => settle(() => reject(error ?? new Error('The printer hung up')));
    const timer = setTimeout(() => {
      fail(new Error('The printer did not answer in time'));
      socket.destroy();
    }, timeoutMs);
    const settle = (end: () => void) => {
      clearTimeout(timer);
      socket.off('error', fail);
      socket.off('close', hangUp);
      // A socket without a listener for errors would end the process.
      socket.on('error', () => undefined);
      end();
    };
    const hangUp = () => fail();
    socket.once('error', fail);
    socket.once('close', hangUp);
    start(() => settle(resolve));
  });
}
