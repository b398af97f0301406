import type { FastifyInstance } from 'fastify';

import type { Foundation } from './kernel.ts';

/** Mounts the outside services that run here for a demonstration. Production has none. */
export async function mountStandins(
  _http: FastifyInstance,
  _foundation: Foundation,
): Promise<void> {}
