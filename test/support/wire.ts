import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestDatabase } from './database.ts';

/** A way to the database that can be cut, as when its server is killed. */
export interface Wire {
  readonly connection: TestDatabase['connection'];
  /** Breaks every connection and takes no new one. */
  cut(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

const socketOf = ({ host, port }: TestDatabase['connection']) => join(host, `.s.PGSQL.${port}`);

export async function startWire(to: TestDatabase['connection']): Promise<Wire> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-wire-'));
  const connection = { ...to, host: folder };
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const mend = async () => {
    if (server !== undefined) return;
    server = createServer((near) => {
      const far = connect(socketOf(to));
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
    const listening = server;
    await new Promise<void>((resolve) => {
      listening.listen(socketOf(connection), resolve);
    });
  };
  const cut = () => {
    server?.close();
    server = undefined;
    for (const socket of sockets) socket.destroy();
  };
  await mend();
  return {
    connection,
    cut,
    mend,
    close: () => {
      cut();
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
