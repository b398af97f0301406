import { formatYuan, parseYuan } from '#kernel/money/fen.ts';
import { RowTable, To, useHasPage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { LineShape, Registers } from '../../contract.ts';
import { messages } from './messages.ts';

/** `39,311,854.30`, of what is written `39311854.30`. */
export function showAmount(text: string): string {
  const read = parseYuan(text);
  return read.ok ? formatYuan(read.value) : text;
}

/** Of the module that follows the money; it stands above this one. */
const CHAIN = '/chain/projects/$projectCode';

interface LinesTableProps {
  readonly year: number;
  readonly rows: readonly LineShape[];
  readonly registers: Registers | undefined;
}

/** Lines to read: each code with its name. */
export function LinesTable({ year, rows, registers }: LinesTableProps) {
  const t = useWords(messages);
  const hasChain = useHasPage()(CHAIN);
  const say = (code: string, list: Registers['function'] | undefined) => {
    const name = list?.find((one) => one.code === code)?.name ?? '';
    return code === '' ? '' : `${code} ${name}`;
  };
  return (
    <RowTable
      label={t('lines')}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'key', title: t('key'), render: (row) => row.key },
        {
          key: 'kind',
          title: t('kind'),
          render: (row) => t(row.kind === 'basic' ? 'basic' : 'projectKind'),
        },
        {
          key: 'function',
          title: t('functionItem'),
          render: (row) => say(row.functionCode, registers?.function),
        },
        {
          key: 'economic',
          title: t('economicItem'),
          render: (row) => say(row.economicCode, registers?.economic),
        },
        {
          key: 'project',
          title: t('project'),
          render: (row) => say(row.projectId, registers?.projects),
        },
        { key: 'part', title: t('part'), render: (row) => row.part },
        {
          key: 'amount',
          title: t('amount'),
          align: 'end',
          render: (row) =>
            hasChain && row.projectId !== '' ? (
              <To to={`/chain/projects/${row.projectId}`} search={{ year }}>
                {showAmount(row.amount)}
              </To>
            ) : (
              showAmount(row.amount)
            ),
        },
      ]}
    />
  );
}
