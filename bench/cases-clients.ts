import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

import { z } from 'zod';

import { newId } from '#kernel/ids/id.ts';

// The people at the windows, in a process of their own: connections that stay open, each sending its next request
// when the answer to the one before is there. A line on standard input begins a round; its figures are the answer.

const Order = z.object({ clients: z.number(), ms: z.number() });

const Hall = z.object({ port: z.number(), path: z.string(), bodies: z.array(z.string()) });

const { port, path, bodies } = Hall.parse(JSON.parse(process.argv[2] ?? '{}'));

/** Sends one request and waits for the whole answer. */
async function ask(socket: Socket, body: string): Promise<void> {
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: bench',
    'x-actor: b',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `idempotency-key: ${newId()}`,
    '',
    '',
  ].join('\r\n');
  socket.write(head + body);
  let got = '';
  for (;;) {
    const chunk = await new Promise<string>((resolve, reject) => {
      socket.once('data', (data: string) => {
        socket.off('close', reject);
        resolve(data);
      });
      socket.once('close', reject);
    });
    got += chunk;
    const end = got.indexOf('\r\n\r\n');
    if (end < 0) continue;
    if (!got.startsWith('HTTP/1.1 201')) throw new Error(got.slice(0, 2_000));
    const length = Number(/\r\ncontent-length: (\d+)/iu.exec(got)?.[1]);
    if (Buffer.byteLength(got) - Buffer.byteLength(got.slice(0, end + 4)) >= length) return;
  }
}

async function serve({ clients, ms }: z.infer<typeof Order>): Promise<void> {
  const until = performance.now() + ms;
  const times: number[] = [];
  const work = async (client: number) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('utf8');
    for (let turn = client; performance.now() < until; turn += clients) {
      const begun = performance.now();
      await ask(socket, bodies[turn % bodies.length] ?? '');
      times.push(performance.now() - begun);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  process.stdout.write(`${JSON.stringify(times)}\n`);
}

for await (const line of createInterface({ input: process.stdin }))
  await serve(Order.parse(JSON.parse(line)));
