import { formatYuan, parseYuan } from '#kernel/money/fen.ts';
import { RowTable } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { LineShape, Registers } from '../../contract.ts';
import { messages } from './messages.ts';

/** `39,311,854.30`, of what is written `39311854.30`. */
export function showAmount(text: string): string {
  const read = parseYuan(text);
  return read.ok ? formatYuan(read.value) : text;
}

interface LinesTableProps {
  readonly rows: readonly LineShape[];
  readonly registers: Registers | undefined;
}

/** Lines to read: each code with its name. */
export function LinesTable({ rows, registers }: LinesTableProps) {
  const t = useWords(messages);
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
          render: (row) => showAmount(row.amount),
        },
      ]}
    />
  );
}
