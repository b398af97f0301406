import type { FastifyInstance } from 'fastify';

import type { Identify } from '#kernel/http/identify.ts';
import { createHttpServer } from '#kernel/http/server.ts';

import type { Foundation } from './kernel.ts';
import { createModules, type Running } from './modules.ts';
import { createSystemRoutes } from './system-routes.ts';

export interface App {
  readonly http: FastifyInstance;
  readonly running: Running;
  close(): Promise<void>;
}

export interface AppOptions {
  /** Tests say who asks; the server asks kernel/access. */
  readonly identify?: Identify;
}

/** Puts the parts together into one server. Does not listen. */
export async function createApp(foundation: Foundation, options: AppOptions = {}): Promise<App> {
  const { config, database, clock, log } = foundation;
  const running = createModules(foundation, options.identify);
  const http = await createHttpServer(
    {
      db: database.db,
      clock,
      log,
      identify: options.identify ?? running.access.identify,
      publicUrl: config.http.publicUrl,
      trustProxy: config.http.trustProxy,
      ratePerMinute: config.http.ratePerMinute,
      uploadLimitBytes: config.files.limitBytes,
    },
    [...running.routes, ...createSystemRoutes(foundation)],
  );
  return { http, running, close: () => http.close() };
}
