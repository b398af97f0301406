import { Button } from 'antd';
import { useState } from 'react';

import { RowTable, type RowTableProps } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

const STEP = 50;

interface GrowingTableProps<Row> extends RowTableProps<Row> {
  /** How many there are, of which `rows` may be only the first. */
  readonly total: number;
}

/** A list that may be long: shows its beginning, and more when asked. */
export function GrowingTable<Row>({ total, ...table }: GrowingTableProps<Row>) {
  const t = useWords(messages);
  const [limit, setLimit] = useState(STEP);
  const rest = table.rows.length - limit;
  return (
    <>
      <RowTable {...table} rows={table.rows.slice(0, limit)} />
      {rest > 0 ? (
        <Button block onClick={() => setLimit(limit + STEP)}>
          {t('more', { count: Math.min(rest, STEP) })}
        </Button>
      ) : null}
      {total > table.rows.length ? (
        <p className="ow-import-note">{t('onlyFirst', { total, shown: table.rows.length })}</p>
      ) : null}
    </>
  );
}
