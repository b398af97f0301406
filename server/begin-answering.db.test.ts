import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { startTestApp, type TestApp } from '#test/support/app.ts';

import type { Background } from './background.ts';
import { beginAnswering } from './begin-answering.ts';
import { OperatorError } from './cli/explain.ts';

let app: TestApp;
let done: string[];
let background: Background;

beforeEach(async () => {
  app = await startTestApp();
  done = [];
  background = {
    start: () => void done.push('started'),
    stop: () => Promise.resolve(void done.push('stopped')),
  };
});
afterEach(() => app.database.drop());

const begin = (port: number) => {
  const { config } = app.foundation;
  const http = { ...config.http, host: '127.0.0.1', port };
  return beginAnswering(app.app, background, { http, runsWorker: true });
};

test('a port that is taken leaves nothing running and no connection open', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const { port } = other.address() as AddressInfo;
  await expect(begin(port)).rejects.toBeInstanceOf(OperatorError);
  expect(done).toEqual(['stopped']);
  const { rows } = await app.database.pool.query<{ listening: number }>(
    `SELECT count(*)::integer AS listening FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  expect(rows).toEqual([{ listening: 0 }]);
  other.close();
});

test('background work begins once the port is open, and ends with it', async () => {
  const stop = await begin(0);
  expect(app.app.http.addresses()).toHaveLength(1);
  expect(done).toEqual(['started']);
  await stop();
  expect(done).toEqual(['started', 'stopped']);
  expect(app.app.http.addresses()).toEqual([]);
});
