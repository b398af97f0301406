import { z } from 'zod';

import { systemClock } from '#kernel/clock/clock.ts';
import { openDatabase } from '#kernel/db/database.ts';
import { sendText } from '#kernel/db/transaction.ts';
import { job } from '#kernel/jobs/contract.ts';
import { createWorker } from '#kernel/jobs/worker.ts';
import { createLog } from '#kernel/observe/log.ts';

import { readConnection, serveParent } from './child.ts';
import { wallMs } from './statistics.ts';

/** A job with one effect of its own in the database. */
export const effectJob = job({
  name: 'bench.leave-effect',
  title: { 'zh-CN': '基准任务', en: 'Benchmark job' },
  payload: z.object({ number: z.number().int() }),
  retry: { attempts: 3, backoffSeconds: 1 },
  run: {
    mode: 'in-transaction',
    handle: async (tx, { number }) => {
      sendText(tx, 'INSERT INTO bench_effect (number, begun_at) VALUES ($1, $2)', [
        number,
        wallMs(),
      ]);
    },
  },
});

/** Run as a process of its own by the workload: eight hands, until the parent ends. */
if (import.meta.filename === process.argv[1]) {
  const database = openDatabase({ connection: readConnection(), poolSize: 12 });
  const worker = createWorker({
    database,
    clock: systemClock,
    log: createLog('error'),
    jobs: [effectJob],
    listeners: [],
    concurrency: 8,
  });
  worker.start();
  serveParent('ready', async () => {
    await worker.stop();
    await database.close();
  });
}
