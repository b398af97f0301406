import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterEach, expect, test } from 'vitest';

import { createGatewayChannel } from './gateway.ts';

const message = {
  messageId: '01a203c8-1656-7215-829d-bcad1936362f',
  address: '13812345678',
  template: 'sample.told',
  subject: '标题',
  body: '正文',
  link: 'https://one.example.gov.cn/my',
  locale: 'zh-CN' as const,
};

interface Asked {
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server | undefined;
let asked: Asked[] = [];
afterEach(() => {
  server?.close();
  asked = [];
});

/** A gateway that answers every request in the same way. */
async function startGateway(status: number, headers: Record<string, string> = {}) {
  const own = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ method: request.method, headers: request.headers, body });
      response.writeHead(request.url === '/elsewhere' ? 200 : status, headers).end();
    });
  });
  server = own;
  await new Promise<void>((resolve) => {
    own.listen(0, '127.0.0.1', resolve);
  });
  const { port } = own.address() as AddressInfo;
  return createGatewayChannel(`http://127.0.0.1:${port}/messages`, 'a-token');
}

test('a message goes out once, as docs/reference/gateway.md says', async () => {
  const channel = await startGateway(204);
  await channel.deliver(message);
  expect(asked).toHaveLength(1);
  const [one] = asked;
  expect(one?.method).toBe('POST');
  expect(one?.headers).toMatchObject({
    'content-type': 'application/json',
    authorization: 'Bearer a-token',
    'idempotency-key': message.messageId,
  });
  expect(JSON.parse(one?.body ?? '')).toEqual({
    id: message.messageId,
    to: '13812345678',
    template: 'sample.told',
    title: '标题',
    text: '正文',
    link: 'https://one.example.gov.cn/my',
    locale: 'zh-CN',
  });
});

test('an answer that is not 2xx says that the message was not taken', async () => {
  const channel = await startGateway(429, { 'retry-after': '1' });
  await expect(channel.deliver(message)).rejects.toThrow('429');
});

test('a redirect is not followed: what answers there has not taken the message', async () => {
  const channel = await startGateway(302, { location: '/elsewhere' });
  await expect(channel.deliver(message)).rejects.toThrow(/fetch failed|redirect/);
  expect(asked).toHaveLength(1);
});
