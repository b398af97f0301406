import type { ReactNode } from 'react';

import { EmptyState } from '../../common/index.ts';
import { useGo } from '../../routing/index.ts';
import { TableBody } from './TableBody.tsx';
import { TableHead } from './TableHead.tsx';
import type { EmptyWords } from './types.ts';
import { useRowKeys } from './use-row-keys.ts';

export interface RowColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end';
  readonly width?: string;
}

export interface RowTableProps<Row> {
  /** What the table holds, for readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: ReadonlyArray<RowColumn<Row>>;
  readonly rowTo?: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly empty?: EmptyWords;
}

/** A short list that is all there: looks and moves like a DataTable, without its pages and filters. */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { rows, rowTo, empty, label } = props;
  const go = useGo();
  const open = props.onOpen ?? (rowTo && ((row: Row) => go(rowTo(row))));
  const keys = useRowKeys({
    count: rows.length,
    open: (index) => rows.slice(index, index + 1).forEach((row) => open?.(row)),
    choose: undefined,
    next: undefined,
    previous: undefined,
  });
  if (rows.length === 0 && empty) return <EmptyState {...empty} />;
  return (
    <div className="ow-table ow-table-rows">
      <div className="ow-table-scroll">
        <table>
          <caption className="ow-only-read">{label}</caption>
          <TableHead columns={props.columns} sort={undefined} onSort={() => undefined} />
          <TableBody
            rows={rows}
            columns={props.columns}
            rowKey={props.rowKey}
            rowTo={rowTo}
            onOpen={open}
            keys={keys}
            choice={undefined}
          />
        </table>
      </div>
    </div>
  );
}
