import { RowTable, StatusTag } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type DocumentSummary, documentStateWords, kindWords } from '../../contract.ts';
import { messages } from '../messages.ts';
import { Yuan } from '../parts/Yuan.tsx';

interface DocumentTableProps {
  readonly rows: readonly DocumentSummary[];
  readonly label: string;
}

/** Documents of one contract. */
export function DocumentTable({ rows, label }: DocumentTableProps) {
  const t = useWords(messages);
  return (
    <RowTable
      label={label}
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => `/contracts/documents/${row.id}`}
      empty={{ title: t('noDocuments') }}
      columns={[
        { key: 'number', title: t('number'), render: (row: DocumentSummary) => row.number },
        {
          key: 'kind',
          title: t('kind'),
          render: (row: DocumentSummary) => kindWords[row.kind][t.language],
        },
        {
          key: 'amount',
          title: t('amount'),
          align: 'end',
          render: (row: DocumentSummary) => <Yuan amount={row.amount} />,
        },
        {
          key: 'state',
          title: t('state'),
          render: (row: DocumentSummary) => (
            <StatusTag tone={row.state === 'approved' ? 'good' : 'idle'}>
              {documentStateWords[row.state][t.language]}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}
