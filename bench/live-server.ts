import { z } from 'zod';

import { anonymousActor, systemActor } from '#kernel/access/system-actor.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { openDatabase } from '#kernel/db/database.ts';
import { event } from '#kernel/events/contract.ts';
import { tell } from '#kernel/events/tell.ts';
import { route } from '#kernel/http/contract.ts';
import { serve } from '#kernel/http/handler.ts';
import type { Identify } from '#kernel/http/identify.ts';
import { createHttpServer } from '#kernel/http/server.ts';
import { Done } from '#kernel/http/shapes.ts';
import { createLive } from '#kernel/live/live.ts';
import { defineTopic } from '#kernel/live/topic.ts';
import { createLog } from '#kernel/observe/log.ts';

import { readConnection, serveParent } from './child.ts';
import { wallMs } from './statistics.ts';

/** Something that every follower sees, with the moment when it was told. */
export const ticked = event({
  name: 'bench.ticked',
  version: 1,
  title: { 'zh-CN': '基准事件', en: 'Benchmark event' },
  payload: z.object({ number: z.number().int(), sentAt: z.number() }),
  live: () => 'bench',
  liveFields: ['number', 'sentAt'],
});

/** A write that tells the event, as a use case does. */
export const tick = route({
  name: 'bench.tick',
  method: 'POST',
  path: '/bench/ticks',
  summary: 'Tells an event of the benchmark',
  admission: 'public',
  body: z.object({ number: z.number().int() }),
  response: Done,
});

/** Run as a process of its own by the workload: a server with the live channel and nothing else. */
if (import.meta.filename === process.argv[1]) {
  const database = openDatabase({ connection: readConnection(), poolSize: 8 });
  const log = createLog('error');
  const identify: Identify = () => Promise.resolve({ actor: anonymousActor(1) });
  const live = createLive({
    database,
    clock: systemClock,
    log,
    identify,
    events: [ticked],
    topics: [
      defineTopic({
        prefix: 'bench',
        title: { 'zh-CN': '基准', en: 'Benchmark' },
        mayFollow: () => true,
      }),
    ],
  });
  const http = await createHttpServer(
    {
      db: database.db,
      clock: systemClock,
      log,
      identify,
      publicUrl: 'http://127.0.0.1',
      trustProxy: false,
      ratePerMinute: 1_000_000,
      uploadLimitBytes: 1,
    },
    [
      ...live.routes.map(({ contract: { ratePerMinute: _unlimited, ...contract }, handle }) => ({
        contract: { ...contract, ratePerMinute: 1_000_000 },
        handle,
      })),
      serve(tick, async ({ body, actor }) => {
        await database.transaction(async (tx) =>
          tell(tx, systemClock, systemActor(actor.centreId, 'bench'), ticked, {
            subject: { kind: 'bench.tick', id: String(body.number) },
            payload: { number: body.number, sentAt: wallMs() },
          }),
        );
        return { done: true as const };
      }),
    ],
  );
  await live.start();
  const base = await http.listen({ port: 0, host: '127.0.0.1' });
  serveParent(base, async () => {
    await live.stop();
    await http.close();
    await database.close();
  });
}
