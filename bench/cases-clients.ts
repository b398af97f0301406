import { createInterface } from 'node:readline';

import { z } from 'zod';

import { newId } from '#kernel/ids/id.ts';

import { openWire } from './wire.ts';

// The people at the windows, in a process of their own: connections that stay open, each sending its next request
// when the answer to the one before is there. A line on standard input begins a round; its figures are the answer.

const Order = z.object({ clients: z.number(), ms: z.number() });

const Hall = z.object({ port: z.number(), path: z.string(), bodies: z.array(z.string()) });

const { port, path, bodies } = Hall.parse(JSON.parse(process.argv[2] ?? '{}'));
const base = `http://127.0.0.1:${port}`;

async function serve({ clients, ms }: z.infer<typeof Order>): Promise<void> {
  const until = performance.now() + ms;
  const times: number[] = [];
  const work = async (client: number) => {
    const wire = openWire();
    for (let turn = client; performance.now() < until; turn += clients) {
      const begun = performance.now();
      const { status, body } = await wire.ask(base, {
        method: 'POST',
        path,
        headers: { 'x-actor': 'b', 'idempotency-key': newId() },
        body: bodies[turn % bodies.length] ?? '',
      });
      if (status !== 201) throw new Error(body.slice(0, 2_000));
      times.push(performance.now() - begun);
    }
    wire.close();
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  process.stdout.write(`${JSON.stringify(times)}\n`);
}

for await (const line of createInterface({ input: process.stdin }))
  await serve(Order.parse(JSON.parse(line)));
