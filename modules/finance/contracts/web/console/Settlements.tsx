import { formatDay, RowTable, Section, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Contract, SettlementShown } from '../../contract.ts';
import { messages } from '../messages.ts';
import { Yuan } from '../parts/Yuan.tsx';

/** What is owed and what was paid of it, with the vouchers. */
export function Settlements({ contract }: { readonly contract: Contract }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const payments = (row: SettlementShown) =>
    row.payments
      .map((one) => `${formatDay(one.paidOn, language)} ${one.amount} ${one.voucher}`)
      .join('；');
  return (
    <Section title={t('settlements')}>
      <RowTable
        label={t('settlements')}
        rows={contract.settlements}
        rowKey={(row) => row.id}
        empty={{ title: t('none') }}
        columns={[
          {
            key: 'what',
            title: t('what'),
            render: (row: SettlementShown) => `${row.seq} ${row.what}`,
          },
          {
            key: 'amount',
            title: t('amount'),
            align: 'end',
            render: (row: SettlementShown) => <Yuan amount={row.amount} />,
          },
          {
            key: 'confirmedOn',
            title: t('confirmedOn'),
            render: (row: SettlementShown) => formatDay(row.confirmedOn, language),
          },
          {
            key: 'dueOn',
            title: t('dueOn'),
            render: (row: SettlementShown) => (
              <>
                {formatDay(row.dueOn, language)}{' '}
                {row.isOverdue ? <StatusTag tone="bad">{t('late')}</StatusTag> : null}
              </>
            ),
          },
          {
            key: 'paid',
            title: t('paid'),
            align: 'end',
            render: (row: SettlementShown) => <Yuan amount={row.paid} />,
          },
          { key: 'payments', title: t('payments'), render: payments },
        ]}
      />
    </Section>
  );
}
