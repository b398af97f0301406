import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import { systemActor } from '#kernel/access/system-actor.ts';
import { recordAudit } from '#kernel/audit/record.ts';
import { createSealer } from '#kernel/audit/sealer.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { openDatabase } from '#kernel/db/database.ts';
import { startEmbedded } from '#kernel/db/embedded/index.ts';
import { sendText } from '#kernel/db/transaction.ts';
import { job } from '#kernel/jobs/contract.ts';
import { enqueue } from '#kernel/jobs/enqueue.ts';
import { createWorker } from '#kernel/jobs/worker.ts';
import { createLog } from '#kernel/observe/log.ts';

// The process that is killed: eight writers, a worker for the jobs that they leave, and the sealer. Each act is
// told on standard output once its transaction is acknowledged, and not before.

const [, , dataDir = '', first = '0'] = process.argv;
const WRITERS = 8;
const someone = systemActor(1, 'bench');

const effect = job({
  name: 'bench.effect',
  title: { 'zh-CN': '基准效果', en: 'Effect of a benchmark' },
  payload: z.object({ number: z.number() }),
  retry: { attempts: 20, backoffSeconds: 1 },
  run: {
    mode: 'in-transaction',
    handle: async (tx, { number }) =>
      sendText(tx, 'INSERT INTO bench_effect (number) VALUES ($1)', [number]),
  },
});

const embedded = await startEmbedded({ dataDir });
process.stdout.write(`postmaster ${embedded.pid}\n`);
const database = openDatabase({ connection: embedded.connection, poolSize: 16 });
const deps = { database, clock: systemClock, log: createLog('silent') };
createWorker({ ...deps, jobs: [effect], listeners: [] }).start();
createSealer(deps).start();

let number = Number(first);
async function write(): Promise<void> {
  for (;;) {
    number += 1;
    const own = number;
    try {
      await database.transaction(async (tx) => {
        sendText(tx, 'INSERT INTO bench_act (number) VALUES ($1)', [own]);
        enqueue(tx, systemClock, someone, effect, { payload: { number: own } });
        recordAudit(tx, systemClock, someone, {
          act: 'bench.acted',
          subject: { kind: 'bench.thing', id: String(own % 64) },
          body: { number: own },
        });
      });
      process.stdout.write(`done ${own}\n`);
    } catch {
      // The server was killed; it is started again by the one who uses it.
      await pause(25);
    }
  }
}
await Promise.all(Array.from({ length: WRITERS }, write));
