import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { anonymousActor } from '#kernel/access/system-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { ServedRoute } from '#kernel/http/handler.ts';
import type { Identify } from '#kernel/http/identify.ts';
import { createHttpServer } from '#kernel/http/server.ts';
import { createLog } from '#kernel/observe/log.ts';

/** A front door for the routes of one kernel part in its tests: actors are taken at their word. */
export interface FrontDoor {
  readonly http: FastifyInstance;
  readonly identify: Identify;
  /** The headers of every request whose sender was asked for. */
  readonly asked: Array<Readonly<Record<string, unknown>>>;
  /** Who an actor is from now on; undefined signs out. */
  admit(id: string, actor: Actor | undefined): void;
  /** One request as this actor; anonymous without one. */
  ask(
    actor: Actor | undefined,
    request: InjectOptions & { url: string },
  ): Promise<LightMyRequestResponse>;
}

export async function openFrontDoor(
  deps: { readonly database: Database; readonly clock: Clock },
  createRoutes: (identify: Identify) => readonly ServedRoute[],
  { ratePerMinute = 1_000_000 }: { readonly ratePerMinute?: number } = {},
): Promise<FrontDoor> {
  const actors = new Map<string, Actor | undefined>();
  const asked: FrontDoor['asked'] = [];
  const identify: Identify = (request) => {
    asked.push({ ...request.headers });
    const name = request.headers['x-test-actor'];
    const actor = typeof name === 'string' ? actors.get(name) : undefined;
    return Promise.resolve({ actor: actor ?? anonymousActor(1) });
  };
  const http = await createHttpServer(
    {
      db: deps.database.db,
      clock: deps.clock,
      log: createLog('silent'),
      identify,
      publicUrl: 'http://127.0.0.1',
      trustProxy: false,
      ratePerMinute,
      uploadLimitBytes: 1_000_000,
    },
    createRoutes(identify),
  );
  return {
    http,
    identify,
    asked,
    admit: (id, actor) => void actors.set(id, actor),
    ask: (actor, request) => {
      if (actor !== undefined && !actors.has(actor.id)) actors.set(actor.id, actor);
      const headers = {
        ...request.headers,
        ...(actor === undefined ? {} : { 'x-test-actor': actor.id }),
      };
      return http.inject({ ...request, headers });
    },
  };
}
