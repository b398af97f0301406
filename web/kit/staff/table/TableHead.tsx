import { Checkbox } from 'antd';

import { useWords } from '../../words.ts';
import { messages } from '../messages.ts';

interface HeadColumn {
  readonly key: string;
  readonly title: string;
  readonly sort?: string;
  readonly align?: 'start' | 'end';
  readonly width?: string;
}

interface TableHeadProps {
  readonly columns: readonly HeadColumn[];
  readonly sort: string | undefined;
  readonly onSort: (sort: string | undefined) => void;
  readonly choice?:
    | { readonly isAll: boolean; readonly isSome: boolean; readonly toggleAll: () => void }
    | undefined;
}

/** The names of the columns, and the order: up, down, the server's own. */
export function TableHead({ columns, sort, onSort, choice }: TableHeadProps) {
  const t = useWords(messages);
  return (
    <thead>
      <tr>
        {choice === undefined ? null : (
          <th scope="col" className="ow-table-choice ow-no-print">
            <Checkbox
              checked={choice.isAll}
              indeterminate={choice.isSome && !choice.isAll}
              onChange={choice.toggleAll}
              aria-label={t('selectAll')}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

const states = { up: 'ascending', down: 'descending', none: 'none' } as const;

function HeadCell({
  column,
  sort,
  onSort,
}: Pick<TableHeadProps, 'sort' | 'onSort'> & { readonly column: HeadColumn }) {
  const t = useWords(messages);
  const style = column.width === undefined ? {} : { style: { width: column.width } };
  const name = column.sort;
  if (name === undefined) {
    return (
      <th scope="col" data-align={column.align ?? 'start'} {...style}>
        {column.title}
      </th>
    );
  }
  const state = stateOf(name, sort);
  const next = { up: `-${name}`, down: undefined, none: name }[state];
  return (
    <th scope="col" data-align={column.align ?? 'start'} aria-sort={states[state]} {...style}>
      <button
        type="button"
        onClick={() => onSort(next)}
        title={t('sortBy', { name: column.title })}
      >
        {column.title}
        <svg viewBox="0 0 10 14" aria-hidden="true" data-state={state}>
          <path className="up" d="M5 0 9 5H1Z" />
          <path className="down" d="M5 14 1 9h8Z" />
        </svg>
      </button>
    </th>
  );
}

function stateOf(name: string, sort: string | undefined): keyof typeof states {
  if (sort === name) return 'up';
  return sort === `-${name}` ? 'down' : 'none';
}
