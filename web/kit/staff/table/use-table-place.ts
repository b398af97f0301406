import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

type Flat = Readonly<Record<string, string | undefined>>;

/** Where in a list the person is: search, order, filters and page. */
export interface TablePlace {
  readonly search: string;
  readonly sort: string | undefined;
  readonly filters: Flat;
  readonly cursor: string | undefined;
  readonly number: number;
  /** Any of these changes what is listed, so the list begins anew. */
  readonly choose: (change: Flat) => void;
  readonly turn: (cursor: string | undefined, number: number) => void;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The place of a table in the address, or for a second table of a page in the component. */
export function useTablePlace(filterKeys: readonly string[], isInAddress: boolean): TablePlace {
  const address: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [own, setOwn] = useState<Flat>({});
  const values: Readonly<Record<string, unknown>> = isInAddress ? address : own;
  const write = (change: Flat, adds: boolean) => {
    if (!isInAddress) {
      setOwn({ ...own, ...change });
      return;
    }
    void navigate({
      to: '.',
      search: (former: Readonly<Record<string, unknown>>) => ({ ...former, ...change }),
      replace: !adds,
      resetScroll: false,
    });
  };
  const number = Number(textOf(values['page']) ?? '1');
  const cursor = textOf(values['cursor']);
  return {
    search: textOf(values['search']) ?? '',
    sort: textOf(values['sort']),
    filters: Object.fromEntries(filterKeys.map((key) => [key, textOf(values[key])])),
    cursor,
    number: cursor === undefined || !Number.isInteger(number) || number < 1 ? 1 : number,
    choose: (change) => write({ ...change, cursor: undefined, page: undefined }, false),
    turn: (next, page) =>
      write({ cursor: next, page: next === undefined ? undefined : String(page) }, true),
  };
}
