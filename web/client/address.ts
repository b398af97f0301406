import type { ParamsInput, QueryInput, RouteContract } from '#kernel/http/contract.ts';

type Part<K extends string, V> = [V] extends [undefined]
  ? { readonly [P in K]?: undefined }
  : Record<never, never> extends V
    ? { readonly [P in K]?: V | undefined }
    : { readonly [P in K]: V };

/** What names a resource: the places of the path and the query, as the contract has them. */
export type Place<C> = Part<'params', ParamsInput<C>> & Part<'query', QueryInput<C>>;

/** Arguments that may be left out when nothing in them is required. */
export type Optionally<T> = Record<never, never> extends T ? [input?: T] : [input: T];

/** The address of a route with its places filled, for links, downloads and event streams. */
export function addressOf<C extends RouteContract>(
  contract: C,
  ...[place]: Optionally<Place<C>>
): string {
  return fillAddress(contract, place);
}

/** The same for callers that hold the input already. */
export function fillAddress(
  contract: RouteContract,
  place: { readonly params?: unknown; readonly query?: unknown } | undefined,
): string {
  const params = (place?.params ?? {}) as Readonly<Record<string, unknown>>;
  const path = contract.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${contract.name} needs the place ${name}`);
    return encodeURIComponent(toText(value));
  });
  const query = toQuery((place?.query ?? {}) as Readonly<Record<string, unknown>>);
  return query === '' ? path : `${path}?${query}`;
}

function toText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Values in the order of their names, so that equal queries are equal addresses; lists repeat their name. */
export function toQuery(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]): Array<[string, string]> => {
      if (value === undefined || value === null || value === '') return [];
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return values.map((one) => [name, toText(one)]);
    });
  return new URLSearchParams(pairs).toString();
}
