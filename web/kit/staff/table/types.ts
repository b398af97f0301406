import type { ReactNode } from 'react';

import type { RouteContract } from '#kernel/http/contract.ts';

import type { Place } from '../../../client/address.ts';
import type { FiltersOf, ListContract, RowOf } from '../../../client/use-pages.ts';

type SortOf<C> = FiltersOf<C> extends { readonly sort?: infer S } ? Exclude<S, undefined> : never;

/** `name` of `name` and `-name`. */
type Rising<S> = S extends `-${string}` ? never : S & string;

export interface Column<C> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: RowOf<C>) => ReactNode;
  /** The server's name of this order; it knows `name` and `-name`. Left out, the column cannot be sorted. */
  readonly sort?: Rising<SortOf<C>>;
  /** Figures stand at the end. */
  readonly align?: 'start' | 'end';
  /** CSS width; a text column without one takes what is left. */
  readonly width?: string;
  /** Not shown until chosen. */
  readonly isOptional?: boolean;
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

export interface Filter<C> {
  /** The name in the query of the contract and in the address. */
  readonly key: Exclude<keyof FiltersOf<C> & string, 'search' | 'sort'>;
  readonly title: string;
  readonly options: readonly FilterOption[];
}

export interface EmptyWords {
  readonly title: string;
  readonly hint?: string;
  readonly actions?: ReactNode;
}

export interface DataTableProps<C extends ListContract> {
  /** Unique name, `module.list`: the choice of columns is remembered under it. */
  readonly name: string;
  readonly contract: C;
  readonly params?: Place<C>['params'];
  /** Fixed parts of the query, which the person cannot change. */
  readonly query?: Partial<FiltersOf<C>>;
  readonly columns: ReadonlyArray<Column<C>>;
  readonly filters?: ReadonlyArray<Filter<C>>;
  readonly rowKey: (row: RowOf<C>) => string;
  /** The page of a row, below the surface. The first column links to it, Enter and a click go there. */
  readonly rowTo?: (row: RowOf<C>) => string;
  /** Opens a row where it has no page: a drawer. */
  readonly onOpen?: (row: RowOf<C>) => void;
  /** What the table holds, for readers and print; the page's title unless said. */
  readonly label?: string;
  /** Shows the label as a heading: for a table that is one of several parts of a page. */
  readonly hasHeading?: boolean;
  /** Said while there is nothing at all; a search without a find has its own words. */
  readonly empty?: EmptyWords;
  /** False where the list cannot be searched by text. */
  readonly isSearched?: boolean;
  readonly searchHint?: string;
  /** A route that answers with the whole list as a file; takes the same query. */
  readonly exportContract?: RouteContract;
  /** Buttons at the left of export and columns. */
  readonly actions?: ReactNode;
  /** Buttons for chosen rows; with it every row can be chosen. */
  readonly chosenActions?: (rows: ReadonlyArray<RowOf<C>>, clear: () => void) => ReactNode;
  readonly limit?: number;
  readonly refreshMs?: number;
  /** False for a second table of a page: its place is not kept in the address. */
  readonly keepsPlace?: boolean;
}
