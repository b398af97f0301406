import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../access/contract-actor.ts';
import type { Locale } from '../problems/contract.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteContract } from './contract.ts';
import type { Once } from './idempotency.ts';

/** What a handler is given: checked input and who asks. */
export interface Call<C> {
  readonly actor: Actor;
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  readonly locale: Locale;
  readonly requestId: string;
  /** The caller's address, for audit. */
  readonly address: string;
  /** Claims the idempotency key inside the use case's own transaction: `once.claim(tx, answer)`. */
  readonly once: Once;
  readonly raw: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface ServedRoute {
  readonly contract: RouteContract;
  readonly handle: (call: Call<RouteContract>) => Promise<unknown>;
}

/** Binds a contract to the function that answers it. */
export function serve<C extends RouteContract<never, never, never, never> | RouteContract>(
  contract: C,
  handle: (call: Call<C>) => Promise<AnswerOf<C>> | AnswerOf<C>,
): ServedRoute {
  return {
    contract,
    handle: handle as unknown as ServedRoute['handle'],
  };
}
