import { z } from 'zod';

import { DataTable, formatDay, Page, useFilters, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { Bucket, type MovementShown, movementWords, routes, sideWords } from '../../contract.ts';
import { messages } from '../messages.ts';
import { Yuan } from '../parts/Yuan.tsx';

/** What a figure of another page narrows the ledger to. */
const Place = z.object({
  year: z.coerce.number().int().optional(),
  projectCode: z.string().optional(),
  until: z.iso.date().optional(),
});

/** The ledger: what stands behind a figure. */
export function MovementsPage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const [place] = useFilters(Place);
  const leg = ({ line, side }: MovementShown['from']) => `${line} ${sideWords[side][t.language]}`;
  return (
    <Page title={t('movements')} description={t('movementsHint')}>
      <DataTable
        name="contracts.movements"
        contract={routes.listMovements}
        isSearched={false}
        query={place}
        exportContract={routes.exportMovements}
        rowKey={(row) => row.id}
        filters={[
          {
            key: 'bucket',
            title: t('bucket'),
            options: Bucket.options.map((value) => ({
              value,
              label: sideWords[value][t.language],
            })),
          },
        ]}
        columns={[
          { key: 'serial', title: t('number'), width: '8rem', render: (row) => row.serial },
          {
            key: 'day',
            title: t('day'),
            width: '8rem',
            render: (row) => formatDay(row.day, language),
          },
          {
            key: 'kind',
            title: t('kind'),
            width: '7rem',
            render: (row) =>
              `${row.isReversal ? `${t('reversal')} ` : ''}${movementWords[row.kind][t.language]}`,
          },
          { key: 'from', title: t('from'), render: (row) => leg(row.from) },
          { key: 'to', title: t('to'), render: (row) => leg(row.to) },
          {
            key: 'amount',
            title: t('amount'),
            align: 'end',
            render: (row) => (
              <Yuan
                amount={row.amount}
                {...(row.contractId === null
                  ? {}
                  : { to: `/contracts/contracts/${row.contractId}` })}
              />
            ),
          },
          { key: 'cause', title: t('cause'), width: '8.5rem', render: (row) => row.documentNumber },
        ]}
        empty={{ title: t('noMovements') }}
      />
    </Page>
  );
}
