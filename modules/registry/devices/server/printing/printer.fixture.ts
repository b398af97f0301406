import { createServer, type Socket } from 'node:net';

import { type PrinterStatus, writeStatus } from '#kernel/documents/escpos/printer-status.ts';

const WELL: PrinterStatus = {
  isOnline: true,
  isCoverOpen: false,
  isPaperOut: false,
  isPaperLow: false,
  hasError: false,
};

/** A receipt printer on a port of this machine: answers its status at once and keeps what it printed. */
export interface FakePrinter {
  readonly host: string;
  readonly port: number;
  /** The slips that came out, one for each cut. */
  readonly slips: readonly Uint8Array[];
  /** How it is from now on; `dead` answers nothing, `hang-up` closes when a slip arrives. */
  be(status: Partial<PrinterStatus> | 'dead' | 'hang-up'): void;
  close(): Promise<void>;
}

const CUT = Buffer.from([0x1d, 0x56, 1]);
const ASKS = Buffer.from([0x10, 0x04]);

export async function startPrinter(): Promise<FakePrinter> {
  let state: PrinterStatus | 'dead' | 'hang-up' = WELL;
  const slips: Uint8Array[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let paper = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      if (state === 'dead') return;
      const isQuestion = data.subarray(0, 2).equals(ASKS);
      if (isQuestion) {
        socket.write(writeStatus(state === 'hang-up' ? WELL : state));
        return;
      }
      if (state === 'hang-up') {
        socket.destroy();
        return;
      }
      paper = Buffer.concat([paper, data]);
      const cut = paper.indexOf(CUT);
      if (cut >= 0) {
        slips.push(new Uint8Array(paper.subarray(0, cut + CUT.length)));
        const rest = paper.subarray(cut + CUT.length);
        paper = Buffer.alloc(0);
        if (rest.subarray(0, 2).equals(ASKS)) socket.write(writeStatus(state));
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    host: '127.0.0.1',
    port: address.port,
    slips,
    be: (next) => {
      state = typeof next === 'string' ? next : { ...WELL, ...next };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
