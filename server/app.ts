import type { FastifyInstance } from 'fastify';

import type { Identify } from '#kernel/http/identify.ts';
import { createHttpServer } from '#kernel/http/server.ts';

import type { Foundation } from './kernel.ts';
import { createModules } from './modules.ts';
import { createSystemRoutes } from './system-routes.ts';

export interface App {
  readonly http: FastifyInstance;
  close(): Promise<void>;
}

/** Puts the parts together into one server. Does not listen. */
export async function createApp(foundation: Foundation, identify: Identify): Promise<App> {
  const { config, database, clock, log } = foundation;
  const running = createModules(foundation);
  const routes = [...running.routes, ...createSystemRoutes(foundation)];
  const http = await createHttpServer(
    {
      db: database.db,
      clock,
      log,
      identify,
      publicUrl: config.http.publicUrl,
      trustProxy: config.http.trustProxy,
      ratePerMinute: config.http.ratePerMinute,
      uploadLimitBytes: config.files.limitBytes,
    },
    routes,
  );
  return { http, close: () => http.close() };
}
