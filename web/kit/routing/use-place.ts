import { useMatches, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';

import type { PageDefinition } from '../pages.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly page?: PageDefinition;
  }
}

/** The definition of the page that is open; undefined on a page that is not in the list. */
export function useOpenPage(): PageDefinition | undefined {
  return useMatches().at(-1)?.staticData.page;
}

/** A place of the page's path: `useParam('siteId')` of `/organisation/sites/$siteId`. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const value = params[name];
  if (typeof value !== 'string') throw new Error(`This page's path has no place $${name}`);
  return value;
}

export interface GoOptions {
  readonly search?: Readonly<Record<string, unknown>>;
  /** Takes the place of the present entry of the history. */
  readonly replaces?: boolean;
}

/** Goes to a page of the same surface by its path. */
export function useGo(): (to: string, options?: GoOptions) => void {
  const navigate = useNavigate();
  return useCallback(
    (to, options = {}) => {
      void navigate({ to, search: options.search ?? {}, replace: options.replaces ?? false });
    },
    [navigate],
  );
}

export type SetFilters<F> = (
  change: { readonly [K in keyof F]?: F[K] | undefined },
  adds?: boolean,
) => void;

/**
 * Filters kept in the address: read by a schema, so that what is typed there by hand cannot break the
 * page (a wrong value counts as absent), and changed one by one; `adds` makes an entry of the history.
 */
export function useFilters<S extends z.ZodObject>(
  schema: S,
): readonly [z.output<S>, SetFilters<z.output<S>>] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const values = useMemo(() => readFilters(schema, search), [schema, search]);
  const set = useCallback<SetFilters<z.output<S>>>(
    (change, adds = false) => {
      void navigate({
        to: '.',
        search: (former: Readonly<Record<string, unknown>>) => ({ ...former, ...change }),
        replace: !adds,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [values, set];
}

/** The values of an address that fit, the others as if they were not there. */
export function readFilters<S extends z.ZodObject>(
  schema: S,
  search: Readonly<Record<string, unknown>>,
): z.output<S> {
  const whole = schema.safeParse(search);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  const fitting = Object.fromEntries(Object.entries(search).filter(([name]) => !wrong.has(name)));
  return schema.parse(fitting);
}
