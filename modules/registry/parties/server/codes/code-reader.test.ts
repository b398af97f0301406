import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import { createCodeReader } from './code-reader.ts';

let server: Server | undefined;
let asked = 0;
afterEach(() => {
  server?.close();
  asked = 0;
});

async function readerOf(answers: ReadonlyArray<{ status: number; body?: unknown } | 'hang up'>) {
  const own = createServer((request, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? 'hang up';
    asked += 1;
    if (answer === 'hang up') request.socket.destroy();
    else
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body ?? {}));
  });
  server = own;
  await new Promise<void>((resolve) => {
    own.listen(0, '127.0.0.1', resolve);
  });
  const { port } = own.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/codes`;
  return createCodeReader({ url, token: 'a-token', issuer: 'https://id.example.com' });
}

const reading = { subject: 's-1', name: '张小明', idNumber: '310117198005061234', level: 3 };

test('a reading says who shows the code', async () => {
  const read = await readerOf([{ status: 200, body: reading }]);
  expect(await read('CODE-1234')).toMatchObject({
    issuer: 'https://id.example.com',
    externalSubject: 's-1',
    kind: 'person',
    name: '张小明',
  });
});

test('a connection that breaks is tried once more', async () => {
  const read = await readerOf(['hang up', { status: 200, body: reading }]);
  expect((await read('CODE-1234'))?.name).toBe('张小明');
  expect(asked).toBe(2);
});

test('a code that the service does not know is nobody’s', async () => {
  const read = await readerOf([{ status: 404 }]);
  expect(await read('CODE-1234')).toBeUndefined();
});

test.each([
  ['fails', { status: 500 }],
  ['says something else', { status: 200, body: { name: 1 } }],
  ['hangs up', 'hang up'],
] as const)('a service that %s is away, and the clerk is told so', async (_, answer) => {
  const read = await readerOf([answer]);
  await expect(read('CODE-1234')).rejects.toThrow('parties/codes-away');
});
