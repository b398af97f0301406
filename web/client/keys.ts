import type { RouteContract } from '#kernel/http/contract.ts';

import type { Place } from './address.ts';
import { toQuery } from './address.ts';

/** The key of a route's data in the query cache: its name, its places, its query. */
export type CallKey = readonly [name: string, params: string, query: string];

/** `module.act` -> `module`: what a change is announced to. */
export function areaOf(contract: Pick<RouteContract, 'name'>): string {
  return contract.name.split('.', 1)[0] ?? contract.name;
}

export function keyOf<C extends RouteContract>(contract: C, place?: Place<C>): CallKey {
  const { params, query } = (place ?? {}) as {
    readonly params?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
  };
  return [contract.name, toQuery(params ?? {}), toQuery(query ?? {})];
}
