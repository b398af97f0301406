import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before several server processes and gives them requests in turn. */
export interface Balancer {
  readonly url: string;
  /** Ports on this machine. */
  readonly targets: number[];
  close(): Promise<void>;
}

/** Listens at a free port; targets may be added afterwards. */
export async function startBalancer(): Promise<Balancer> {
  const targets: number[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const port = targets[turn % targets.length];
    turn += 1;
    const { method, url, headers } = incoming;
    const forward = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(forward);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    targets,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
