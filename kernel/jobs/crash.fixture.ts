import { z } from 'zod';

import { systemClock } from '../clock/clock.ts';
import { openDatabase } from '../db/database.ts';
import { counted, leaveEffect, quiet, writingDown } from '../events/fixture.ts';
import { listen } from '../events/listener.ts';
import { job } from './contract.ts';
import { createWorker } from './worker.ts';

/**
 * The worker that crash.db.test.ts kills: run as `node crash.fixture.ts <connection as JSON>` it serves
 * the jobs and the listener below until it is killed.
 */

const title = { 'zh-CN': '崩溃测试', en: 'Crash test' };
const payload = z.object({ number: z.number().int() });
const retry = { attempts: 20, backoffSeconds: 1 };

export const keep = job({
  name: 'fixture.keep',
  title,
  payload,
  retry,
  run: {
    mode: 'in-transaction',
    handle: async (tx, { number }) => leaveEffect(tx, 'keep', 'k', number),
  },
});

export const call = (connection: Parameters<typeof openDatabase>[0]['connection']) => {
  const other = openDatabase({ connection, poolSize: 2 });
  return job({
    name: 'fixture.call',
    title,
    payload,
    retry,
    run: {
      mode: 'outside',
      handle: async ({ number }) => {
        await other.pool.query('SELECT pg_sleep(0.02)');
        await other.transaction(async (tx) => leaveEffect(tx, 'call', 'c', number));
      },
    },
  });
};

export const hearing = listen('fixture.hearing', counted, writingDown('hearing'));

const [, path, given] = process.argv;
if (path !== undefined && import.meta.filename === path && given !== undefined) {
  const connection = z
    .object({ host: z.string(), port: z.number(), user: z.string(), database: z.string() })
    .parse(JSON.parse(given));
  const worker = createWorker({
    database: openDatabase({ connection, poolSize: 10 }),
    clock: systemClock,
    log: quiet,
    jobs: [keep, call(connection)],
    listeners: [hearing],
  });
  worker.start();
  process.stdout.write('ready\n');
}
