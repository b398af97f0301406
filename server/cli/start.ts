import { createServer } from 'node:net';

import type { Command } from 'commander';

import { readConfig } from '#kernel/config/config.ts';

import { startServer } from '../main.ts';
import { startWorker } from '../worker.ts';
import { OperatorError } from './explain.ts';
import { createTerminal, type Terminal } from './terminal.ts';

interface Stoppable {
  stop(): Promise<void>;
}

export function addStartCommands(program: Command): void {
  const terminal = () => createTerminal(program.opts<{ json: boolean }>().json);
  program
    .command('start')
    .description('启动服务 / start the server')
    .action(async () => {
      const { http } = readConfig();
      // Before the database is opened and a centre loaded, which can take a minute.
      await refuseTakenPort(http.host, http.port);
      await runUntilStopped(startServer, terminal());
    });
  program
    .command('worker')
    .description('只运行后台任务 / run background work only')
    .action(() => runUntilStopped(startWorker, terminal()));
}

/**
 * Starts, and resolves when the process was asked to stop and everything is put away. A second Ctrl-C leaves at
 * once; other signals may come several times, as npm, a shell and a service manager each send theirs.
 */
async function runUntilStopped(
  start: (terminal: Terminal) => Promise<Stoppable>,
  terminal: Terminal,
): Promise<void> {
  const asked = listenForStop(terminal);
  const running = await start(terminal);
  await asked;
  await running.stop();
  terminal.say('  ✓ 已停止 Stopped');
}

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function listenForStop(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    const ask = (name: (typeof STOPS)[number]) => {
      if (isAsked && name === 'SIGINT') process.exit(130);
      if (!isAsked) terminal.say(`\n  … 正在停止 Stopping (${name})`);
      isAsked = true;
      resolve();
    };
    STOPS.forEach((name) => process.on(name, () => ask(name)));
  });
}

async function refuseTakenPort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once('error', reject);
  probe.listen({ host, port }, () => probe.close(() => resolve()));
  await promise.catch((error: unknown) => {
    throw new OperatorError(
      `无法在 ${host}:${port} 上监听：请关闭占用该端口的程序，或用 PORT=其他端口 启动。`,
      `Cannot listen on ${host}:${port}: stop the program that holds the port, or start with another PORT.`,
      error,
    );
  });
}
