import type { FastifyRequest } from 'fastify';

import type { Actor } from '../access/contract-actor.ts';

/** Who sent a request. `csrfToken` is set when a cookie says so: unsafe methods must repeat it in a header. */
export interface Identity {
  readonly actor: Actor;
  readonly csrfToken?: string;
}

/** Finds out who asks; unknown or expired credentials give the anonymous actor, never an error. */
export type Identify = (request: FastifyRequest) => Promise<Identity>;
