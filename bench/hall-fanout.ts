import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { type Child, startChild } from './child.ts';
import { follow } from './follow.ts';
import { tick } from './live-server.ts';
import { percentile, wallMs } from './statistics.ts';
import type { Workload } from './workload.ts';

const DISPLAYS = 1000;
const CALLS = 200;
/** Nearly seven calls a second: a hall of a hundred windows at its busiest calls one in three. */
const EVERY_MS = 150;
const WARM_UP = 20;
/** Connections opened at a time. */
const TOGETHER = 50;

/** W-hall: a call through the front door until the last of a thousand displays has it, beside the least that could do it. */
export const hallFanOut: Workload = {
  name: 'hall-fan-out',
  title: 'a call on 1,000 displays of one process, against a bare fan-out in the same run',
  run: async ({ connection, say, scale }) => {
    const displays = Math.max(10, Math.round(DISPLAYS * scale));
    const measure = async (path: string) => {
      const server = await startChild(path, connection);
      try {
        return await callAll(server, displays);
      } finally {
        await server.stop();
      }
    };
    say(`${displays} displays, ${CALLS} calls; first the bare fan-out`);
    const bare = await measure('./bare-fan-out-server.ts');
    say('now the live channel, with its database and its permissions');
    const ours = await measure('./live-server.ts');
    const [ourP99, bareP99] = [percentile(ours.waits, 99), percentile(bare.waits, 99)];
    return [
      { what: 'call to picture, median', value: percentile(ours.waits, 50), unit: 'ms' },
      { what: 'call to picture, p99', value: ourP99, unit: 'ms', gate: { atMost: 100 } },
      { what: 'bare fan-out, median', value: percentile(bare.waits, 50), unit: 'ms' },
      { what: 'bare fan-out, p99', value: bareP99, unit: 'ms' },
      {
        what: 'p99 against the bare one',
        value: ourP99 / bareP99,
        unit: 'times',
        gate: { atMost: 2 },
      },
      { what: 'lost or doubled', value: ours.wrong, unit: '', gate: { atMost: 0 } },
      { what: 'CPU of the server for a call', value: ours.cpuMs, unit: 'ms' },
      { what: 'CPU of the bare one for a call', value: bare.cpuMs, unit: 'ms' },
    ];
  },
};

interface Outcome {
  /** From the moment a call is sent until a display has read it, for each call and display. */
  readonly waits: readonly number[];
  readonly wrong: number;
  readonly cpuMs: number;
}

async function callAll(server: Child, displays: number): Promise<Outcome> {
  const calledAt: number[] = [];
  const waits: number[] = [];
  let received = 0;
  const hear = (number: number) => {
    received += 1;
    if (number >= WARM_UP) waits.push(wallMs() - (calledAt[number] ?? Number.NaN));
  };
  const followers: IncomingMessage[] = [];
  while (followers.length < displays) {
    const count = Math.min(TOGETHER, displays - followers.length);
    const opened = Array.from({ length: count }, () => follow(server.ready, hear));
    followers.push(...(await Promise.all(opened)));
  }
  const cpuBefore = await server.cpuMs();
  for (let number = 0; number < CALLS; number += 1) {
    const begun = performance.now();
    calledAt[number] = wallMs();
    await sendCall(server.ready, number);
    await pause(Math.max(0, EVERY_MS - (performance.now() - begun)));
  }
  await pause(1000);
  const cpuMs = ((await server.cpuMs()) - cpuBefore) / CALLS;
  for (const follower of followers) follower.destroy();
  return { waits, wrong: Math.abs(displays * CALLS - received), cpuMs };
}

async function sendCall(base: string, number: number): Promise<void> {
  const answer = await fetch(base + tick.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ number }),
  });
  if (!answer.ok) throw new Error(`A call was answered ${answer.status}: ${await answer.text()}`);
}
