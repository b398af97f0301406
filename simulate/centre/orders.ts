import { createInterface } from 'node:readline';

import type { DrivenClock } from './driven-clock.ts';

/** What a process of the centre can be told by whoever started it, one line each. */
export interface Orders {
  readonly clock: DrivenClock;
  /** What is said when the process is ready. */
  readonly greeting?: unknown;
  /** Does everything that is due, and what comes of it; answers how much that was. */
  readonly drain?: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Says that the process is ready, does what it is told, and ends when nobody is there any more to tell it. */
export function obey({ clock, greeting = 'ready', drain, stop }: Orders): void {
  const say = (answer: unknown) => process.stdout.write(`${JSON.stringify(answer)}\n`);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const [word, value] = line.split(' ');
    if (word === 'now') {
      clock.moveTo(Number(value));
      say('ok');
    } else if (word === 'drain' && drain !== undefined) {
      void drain().then(say, (error: unknown) => say({ failed: String(error) }));
    } else if (word === 'cpu') {
      const { user, system } = process.cpuUsage();
      say((user + system) / 1000);
    }
  });
  lines.on('close', () => void stop().then(() => process.exit(0)));
  say(greeting);
}
