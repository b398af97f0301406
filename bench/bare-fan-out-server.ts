import { createServer, type ServerResponse } from 'node:http';

import { serveParent } from './child.ts';
import { wallMs } from './statistics.ts';

/**
 * Run as a process of its own by the workload: the least that can send one event to many browsers. No database, no
 * permission, no position to go on from; what the live channel costs is measured against it.
 */
if (import.meta.filename === process.argv[1]) {
  const followers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('event: beat\ndata: {}\n\n');
      followers.add(response);
      response.on('close', () => followers.delete(response));
      return;
    }
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const { number } = JSON.parse(body) as { number: number };
      const event = {
        id: '0193b7a0-0000-7000-8000-000000000001',
        name: 'bench.ticked',
        topic: 'bench',
        subject: { kind: 'bench.tick', id: String(number) },
        at: '2026-11-23T02:00:00.000Z',
        payload: { number, sentAt: wallMs() },
      };
      const frame = Buffer.from(`id: 1-0:1:\nevent: news\ndata: ${JSON.stringify([event])}\n\n`);
      for (const follower of followers) follower.write(frame);
      response.end('{"done":true}');
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    serveParent(`http://127.0.0.1:${address.port}`, async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    });
  });
}
