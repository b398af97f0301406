import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';

import type { QueryInput, ResponseOf, RouteContract } from '#kernel/http/contract.ts';

import type { Place } from './address.ts';
import type { ApiProblem } from './problem.ts';
import { queryFor } from './use-call.ts';

/** A page of a keyset list, as `pageOf` of kernel/http/shapes has it. */
export interface PageOfRows<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number | null;
}

/** A route that lists: its query takes `limit` and `cursor`, its answer is a page. */
export type ListContract = RouteContract<
  z.ZodObject | undefined,
  z.ZodObject,
  undefined,
  z.ZodType<PageOfRows<unknown>>
>;

export type RowOf<C> =
  ResponseOf<C> extends { readonly items: ReadonlyArray<infer Row> } ? Row : never;

/** The query of a list without what paging itself fills in. */
export type FiltersOf<C> = Omit<NonNullable<QueryInput<C>>, 'cursor' | 'limit'>;

/** Where in the list the person is: kept by the page's address (DataTable) or by `useTrail`. */
export interface Trail {
  readonly cursor: string | undefined;
  /** 1 for the first page. */
  readonly number: number;
  readonly goTo: (cursor: string | undefined, number: number) => void;
}

/** A place in a list that lives as long as the component. */
export function useTrail(): Trail {
  const [place, setPlace] = useState<{ cursor: string | undefined; number: number }>({
    cursor: undefined,
    number: 1,
  });
  return { ...place, goTo: (cursor, number) => setPlace({ cursor, number }) };
}

export interface Pages<Row> {
  readonly rows: readonly Row[];
  /** How many there are in all, when the server counts them. */
  readonly total: number | null;
  readonly number: number;
  readonly problem: ApiProblem | null;
  /** Nothing to show yet. */
  readonly isLoading: boolean;
  /** Showing the former page while the next one is on its way. */
  readonly isChanging: boolean;
  readonly next: (() => void) | undefined;
  readonly previous: (() => void) | undefined;
  readonly repeat: () => void;
}

export interface UsePagesOptions {
  readonly limit?: number;
  readonly trail?: Trail;
  readonly refreshMs?: number;
  readonly enabled?: boolean;
}

interface Listing<Row> {
  readonly queryKey: readonly [string, string, string];
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<PageOfRows<Row>>;
}

/** A keyset list page by page. Cursors of the pages gone through are remembered for the way back. */
export function usePages<C extends ListContract>(
  contract: C,
  place: {
    readonly params?: Place<C>['params'] | undefined;
    readonly query?: FiltersOf<C> | undefined;
  } = {},
  options: UsePagesOptions = {},
): Pages<RowOf<C>> {
  const own = useTrail();
  const trail = options.trail ?? own;
  const query = { ...place.query, limit: options.limit, cursor: trail.cursor };
  const listed = { params: place.params, query } as unknown as Place<C>;
  const answer = useQuery<PageOfRows<RowOf<C>>, ApiProblem>({
    ...(queryFor(contract, listed) as unknown as Listing<RowOf<C>>),
    enabled: options.enabled ?? true,
    staleTime: 10_000,
    placeholderData: (former) => former,
    ...(options.refreshMs === undefined ? {} : { refetchInterval: options.refreshMs }),
  });
  const nextCursor = answer.isPlaceholderData ? undefined : (answer.data?.nextCursor ?? undefined);
  return {
    rows: answer.data?.items ?? [],
    total: answer.data?.total ?? null,
    number: trail.number,
    problem: answer.error,
    isLoading: answer.isPending,
    isChanging: answer.isPlaceholderData,
    ...useTurning(trail, nextCursor),
    repeat: () => void answer.refetch(),
  };
}

function useTurning(
  trail: Trail,
  nextCursor: string | undefined,
): Pick<Pages<unknown>, 'next' | 'previous'> {
  const [passed, setPassed] = useState<ReadonlyMap<number, string | undefined>>(new Map());
  const next = (cursor: string) => () => {
    setPassed(new Map(passed).set(trail.number, trail.cursor));
    trail.goTo(cursor, trail.number + 1);
  };
  const previous = () => {
    const before = trail.number - 1;
    // A page reached by a link has no way back but the beginning.
    if (passed.has(before)) trail.goTo(passed.get(before), before);
    else trail.goTo(undefined, 1);
  };
  return {
    next: nextCursor === undefined ? undefined : next(nextCursor),
    previous: trail.cursor === undefined ? undefined : previous,
  };
}
