import { Checkbox } from 'antd';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';

import { To } from '../../routing/index.ts';
import { useWords } from '../../words.ts';
import { messages } from '../messages.ts';
import type { RowKeys } from './use-row-keys.ts';

interface BodyColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly align?: 'start' | 'end';
  readonly render: (row: Row) => ReactNode;
}

interface TableBodyProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: ReadonlyArray<BodyColumn<Row>>;
  readonly rowKey: (row: Row) => string;
  readonly rowTo: ((row: Row) => string) | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly keys: RowKeys;
  readonly choice:
    | { readonly has: (key: string) => boolean; readonly toggle: (key: string) => void }
    | undefined;
}

/** The rows. A click anywhere on a row opens it, but not where the row has a button or a link of its own. */
export function TableBody<Row>(props: TableBodyProps<Row>) {
  const t = useWords(messages);
  const { rows, columns, keys, choice } = props;
  const canOpen = props.onOpen !== undefined;
  const click = (event: MouseEvent<HTMLElement>, row: Row) => {
    const isOwn =
      event.target instanceof Element &&
      event.target.closest('a,button,input,label,.ow-stay') !== null;
    if (isOwn || globalThis.getSelection()?.isCollapsed === false) return;
    props.onOpen?.(row);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between rows, each of which holds the focus
    <tbody onKeyDown={(event: KeyboardEvent<HTMLElement>) => keys.onKeyDown(event)}>
      {rows.map((row, index) => {
        const key = props.rowKey(row);
        return (
          <tr
            key={key}
            tabIndex={index === keys.active ? 0 : -1}
            data-opens={canOpen ? 'yes' : 'no'}
            aria-selected={choice?.has(key)}
            onFocus={() => keys.setActive(index)}
            onClick={(event) => click(event, row)}
          >
            {choice === undefined ? null : (
              <td className="ow-table-choice ow-no-print">
                <Checkbox
                  checked={choice.has(key)}
                  onChange={() => choice.toggle(key)}
                  aria-label={t('selectRow')}
                />
              </td>
            )}
            {columns.map((column, place) => (
              <td key={column.key} data-align={column.align ?? 'start'} data-label={column.title}>
                <div className="ow-table-value">
                  {place === 0 && props.rowTo ? (
                    <To to={props.rowTo(row)}>{column.render(row)}</To>
                  ) : (
                    column.render(row)
                  )}
                </div>
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}

const WAITING = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Grey lines where rows will stand. */
export function WaitingRows() {
  return (
    <div aria-hidden="true" className="ow-table-waiting">
      {WAITING.map((row) => (
        <span key={row} />
      ))}
    </div>
  );
}
