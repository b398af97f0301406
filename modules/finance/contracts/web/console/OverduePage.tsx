import { useCall } from '#web/client/index.ts';
import { formatDay, Page, RowTable, useLanguage, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Overdue, overdueWords, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { SheetButton } from '../parts/SheetButton.tsx';
import { Yuan } from '../parts/Yuan.tsx';

/** What is late today, the longest first. */
export function OverduePage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const answer = useCall(routes.listOverdue, { query: {} });
  return (
    <Page title={t('overdue')} actions={<SheetButton contract={routes.exportOverdue} query={{}} />}>
      <WithAnswer answer={answer}>
        {({ items }) => (
          <RowTable
            label={t('overdue')}
            rows={items}
            rowKey={(row) => `${row.kind} ${row.contractId} ${row.what}`}
            rowTo={(row) => `/contracts/contracts/${row.contractId}`}
            empty={{ title: t('noOverdue') }}
            columns={[
              {
                key: 'number',
                title: t('number'),
                width: '8em',
                render: (row: Overdue) => row.contractNumber,
              },
              {
                key: 'kind',
                title: t('kind'),
                render: (row: Overdue) => overdueWords[row.kind][t.language],
              },
              {
                key: 'name',
                title: t('name'),
                render: (row: Overdue) => `${row.contractName} ${row.what}`,
              },
              { key: 'supplier', title: t('supplier'), render: (row: Overdue) => row.supplier },
              {
                key: 'amount',
                title: t('amount'),
                align: 'end',
                render: (row: Overdue) =>
                  row.amount === null ? '–' : <Yuan amount={row.amount} />,
              },
              {
                key: 'dueOn',
                title: t('deadline'),
                render: (row: Overdue) => formatDay(row.dueOn, language),
              },
              {
                key: 'daysLate',
                title: t('daysLate'),
                align: 'end',
                render: (row: Overdue) => row.daysLate,
              },
            ]}
          />
        )}
      </WithAnswer>
    </Page>
  );
}
