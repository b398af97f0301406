import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import type { BenchConnection } from './workload.ts';

/** A process of its own that a workload started, as a server beside the one that measures. */
export interface Child {
  /** The line that it said when it was ready. */
  readonly ready: string;
  /** User and system time so far, in milliseconds. */
  cpuMs(): Promise<number>;
  /** Ends it at once, without a word to it. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a script of this folder with the connection as its argument, and waits for its first line. */
export async function startChild(script: string, connection: BenchConnection): Promise<Child> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const process_ = spawn(process.execPath, [path, JSON.stringify(connection)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: process_.stdout });
  const nextLine = async (): Promise<string> => {
    const [line] = (await Promise.race([once(lines, 'line'), failWith(process_)])) as [string];
    return line;
  };
  const ready = await nextLine();
  return {
    ready,
    cpuMs: async () => {
      const answer = nextLine();
      process_.stdin.write('cpu\n');
      return Number(await answer);
    },
    kill: async () => {
      const ended = once(process_, 'exit');
      process_.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      const ended = once(process_, 'exit');
      process_.stdin.end();
      await ended;
    },
  };
}

async function failWith(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The child process ended with ${code ?? 'a signal'} before it was asked to.`);
}

const Connection = z.object({
  host: z.string(),
  port: z.number(),
  user: z.string(),
  database: z.string(),
  password: z.string().optional(),
});

/** In a child: how to reach the database. */
export function readConnection(): BenchConnection {
  const { password, ...rest } = Connection.parse(JSON.parse(process.argv[2] ?? '{}'));
  return password === undefined ? rest : { ...rest, password };
}

/** In a child: says that it is ready, answers questions, and stops when its parent does. */
export function serveParent(ready: string, stop: () => Promise<void>): void {
  process.stdout.write(`${ready}\n`);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(`${(user + system) / 1000}\n`);
  });
  lines.on('close', () => void stop().then(() => process.exit(0)));
}
