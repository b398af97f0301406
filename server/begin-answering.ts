import type { Config } from '#kernel/config/config.ts';

import type { App } from './app.ts';
import type { Background } from './background.ts';
import { OperatorError } from './cli/explain.ts';

/**
 * Opens the port, then begins the work in the background. Answers with the way to stop both; when the port is not to
 * be had, everything that runs has been stopped.
 */
export async function beginAnswering(
  app: App,
  background: Background,
  { http, runsWorker }: Pick<Config, 'http' | 'runsWorker'>,
): Promise<() => Promise<void>> {
  const stop = async () => {
    await app.running.live.stop();
    await app.close();
    await background.stop();
  };
  try {
    await app.running.live.start();
    await listen(app, http);
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  if (runsWorker) background.start();
  return stop;
}

async function listen(
  app: App,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  try {
    await app.http.listen({ host, port });
  } catch (error) {
    throw new OperatorError(
      `无法在 ${host}:${port} 上监听：请关闭占用该端口的程序，或用 PORT=其他端口 启动。`,
      `Cannot listen on ${host}:${port}: stop the program that holds the port, or start with another PORT.`,
      error,
    );
  }
}
