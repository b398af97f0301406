import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import type { RouteContract } from '#kernel/http/contract.ts';

import type { Place } from './address.ts';
import { type AnswerTo, callLoosely } from './call.ts';
import { keyOf } from './keys.ts';
import type { ApiProblem } from './problem.ts';

export interface UseCallOptions {
  /** False waits, for instance until an id is known. */
  readonly enabled?: boolean;
  /** Asks again after so many milliseconds, while the page is looked at. */
  readonly refreshMs?: number;
  /** How long an answer counts as fresh, in milliseconds; 10 s unless said. */
  readonly freshMs?: number;
  /** Keeps showing the former answer while the next one is on its way. */
  readonly keepsFormer?: boolean;
  /** `false` leaves a 401 to the page. */
  readonly asksToSignIn?: boolean;
}

/** What `useCall` asks for, as a query of TanStack Query: for prefetching and for `useQueries`. */
export function queryFor<C extends RouteContract>(
  contract: C,
  place?: Place<C>,
  options: UseCallOptions = {},
) {
  return {
    queryKey: keyOf(contract, place),
    queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<AnswerTo<C>> => {
      const answer = await callLoosely(contract, {
        ...place,
        signal,
        asksToSignIn: options.asksToSignIn,
      });
      return answer as AnswerTo<C>;
    },
  };
}

type PlaceThenOptions<C> =
  Record<never, never> extends Place<C>
    ? [place?: Place<C> | undefined, options?: UseCallOptions]
    : [place: Place<C>, options?: UseCallOptions];

/** Reads a route, keeps the answer, and reads again when a write of the same area succeeds. */
export function useCall<C extends RouteContract>(
  contract: C,
  ...[place, options = {}]: PlaceThenOptions<C>
): UseQueryResult<AnswerTo<C>, ApiProblem> {
  return useQuery<AnswerTo<C>, ApiProblem>({
    ...queryFor(contract, place, options),
    enabled: options.enabled ?? true,
    staleTime: options.freshMs ?? 10_000,
    ...(options.refreshMs === undefined ? {} : { refetchInterval: options.refreshMs }),
    ...(options.keepsFormer === true ? { placeholderData: (former) => former } : {}),
  });
}
