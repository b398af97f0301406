import { connect, type Socket } from 'node:net';

/** One request as it goes over the wire. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Of the body; JSON unless told. */
  readonly type?: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** A caller with a connection that stays open, one request at a time. */
export interface Wire {
  /** Waits for the whole answer; fails when the connection breaks, after which a new one is made. */
  ask(base: string, asked: Asked): Promise<Answered>;
  close(): void;
}

/**
 * A client that costs next to nothing, so that a benchmark measures the server: node's own client needs as much
 * processor time for a request as some answers do. It knows what this server sends: a status line, `content-length`.
 */
export function openWire(): Wire {
  let socket: Socket | undefined;
  let at = '';
  return {
    ask: async (base, { method, path, headers = {}, body = '', type = 'application/json' }) => {
      if (socket === undefined || socket.destroyed || at !== base) {
        socket?.destroy();
        const { hostname, port } = new URL(base);
        socket = connect({ host: hostname, port: Number(port), noDelay: true }).setEncoding('utf8');
        // Broken while nobody asks: the next one finds it destroyed.
        socket.on('error', () => undefined);
        at = base;
      }
      const lines = [
        `${method} ${path} HTTP/1.1`,
        'host: bench',
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        ...(body.length === 0
          ? []
          : [`content-type: ${type}`, `content-length: ${Buffer.byteLength(body)}`]),
        '',
        '',
      ];
      const head = lines.join('\r\n');
      socket.write(
        typeof body === 'string' ? head + body : Buffer.concat([Buffer.from(head), body]),
      );
      return receive(socket);
    },
    close: () => socket?.destroy(),
  };
}

async function receive(socket: Socket): Promise<Answered> {
  let got = '';
  for (;;) {
    got += await nextChunk(socket);
    const end = got.indexOf('\r\n\r\n');
    if (end < 0) continue;
    const head = got.slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/iu.exec(head)?.[1] ?? 0);
    const body = got.slice(end + 4);
    if (Buffer.byteLength(body) >= length) return { status: Number(head.slice(9, 12)), body };
  }
}

function nextChunk(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      socket.off('data', hear).off('close', fail).off('error', fail);
      act();
    };
    const hear = (data: string) => settle(() => resolve(data));
    const fail = (error?: unknown) =>
      settle(() => {
        socket.destroy();
        reject(error instanceof Error ? error : new Error('The connection ended.'));
      });
    socket.once('data', hear).once('close', fail).once('error', fail);
  });
}
