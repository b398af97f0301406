import type { Command } from 'commander';

import { startServer } from '../main.ts';
import { startWorker } from '../worker.ts';
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
      const out = terminal();
      await runUntilStopped(await startServer(out), out);
    });
  program
    .command('worker')
    .description('只运行后台任务 / run background work only')
    .action(async () => {
      const out = terminal();
      await runUntilStopped(await startWorker(out), out);
    });
}

/** Resolves when the process was asked to stop and everything is put away. A second signal leaves at once. */
async function runUntilStopped(running: Stoppable, terminal: Terminal): Promise<void> {
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        resolve(name);
      });
    }
  });
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130));
  terminal.say(`\n  … 正在停止 Stopping (${signal})`);
  await running.stop();
  terminal.say('  ✓ 已停止 Stopped');
}
