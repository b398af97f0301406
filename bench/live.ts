import { setTimeout as pause } from 'node:timers/promises';

import { systemActor } from '#kernel/access/system-actor.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { tell } from '#kernel/events/tell.ts';

import { startChild } from './child.ts';
import { follow } from './follow.ts';
import { ticked } from './live-server.ts';
import { percentile, wallMs } from './statistics.ts';
import type { Workload } from './workload.ts';

const FOLLOWERS = 200;
const EVENTS = 300;
const EVERY_MS = 50;
const WARM_UP = 20;
const someone = systemActor(1, 'bench');

/** W4: two hundred followers of one topic, twenty events a second told by another process. */
export const live: Workload = {
  name: 'live',
  title: 'W4: 200 followers by server-sent events, 20 events a second from another process',
  run: async ({ database, connection, say }) => {
    const server = await startChild('./live-server.ts', connection);
    const waits: number[] = [];
    let received = 0;
    const followers = await Promise.all(
      Array.from({ length: FOLLOWERS }, () =>
        follow(server.ready, (number, sentAt) => {
          received += 1;
          if (number >= WARM_UP) waits.push(wallMs() - sentAt);
        }),
      ),
    );
    say(`${FOLLOWERS} followers; ${EVENTS} events follow`);
    const cpuBefore = await server.cpuMs();
    for (let number = 0; number < EVENTS; number += 1) {
      const begun = performance.now();
      await database.transaction(async (tx) =>
        tell(tx, systemClock, someone, ticked, {
          subject: { kind: 'bench.tick', id: String(number) },
          payload: { number, sentAt: wallMs() },
        }),
      );
      await pause(Math.max(0, EVERY_MS - (performance.now() - begun)));
    }
    await pause(500);
    const cpuMs = (await server.cpuMs()) - cpuBefore;
    for (const follower of followers) follower.destroy();
    await server.stop();
    return [
      { what: 'told to shown, median', value: percentile(waits, 50), unit: 'ms' },
      {
        what: 'told to shown, p99',
        value: percentile(waits, 99),
        unit: 'ms',
        gate: { atMost: 15 },
      },
      {
        what: 'lost or doubled',
        value: Math.abs(FOLLOWERS * EVENTS - received),
        unit: '',
        gate: { atMost: 0 },
      },
      { what: 'CPU of the server for an event', value: cpuMs / EVENTS, unit: 'ms' },
    ];
  },
};
