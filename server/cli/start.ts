import { createServer } from 'node:net';

import { readConfig } from '#kernel/config/config.ts';

import { startServer } from '../main.ts';
import { OperatorError } from './explain.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { createTerminal } from './terminal.ts';

/** Serves until the process is asked to stop. */
export async function start({ json }: { readonly json: boolean }): Promise<void> {
  const { http } = readConfig();
  // Before the database is opened and a centre loaded, which can take a minute.
  await refuseTakenPort(http.host, http.port);
  await runUntilStopped(startServer, createTerminal(json));
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
