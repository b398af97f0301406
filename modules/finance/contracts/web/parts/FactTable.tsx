import type { ReactNode } from 'react';

import { RowTable, Section } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

export type FactRow = readonly [name: string, value: ReactNode];

interface FactTableProps {
  readonly title: string;
  readonly rows: readonly FactRow[];
}

/** What a paper says, name by name: of a contract and of a document alike. */
export function FactTable({ title, rows }: FactTableProps) {
  const t = useWords(messages);
  return (
    <Section title={title}>
      <RowTable
        label={title}
        rows={rows.map(([name, value], at) => ({ at, name, value }))}
        rowKey={(row) => String(row.at)}
        columns={[
          { key: 'name', title: t('factName'), width: '14rem', render: (row) => row.name },
          { key: 'value', title: t('factValue'), render: (row) => row.value },
        ]}
      />
    </Section>
  );
}
