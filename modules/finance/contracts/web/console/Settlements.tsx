import type { ReactNode } from 'react';

import { routes as fileRoutes } from '#kernel/files/contract.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { addressOf } from '#web/client/index.ts';
import {
  formatDay,
  formatNumber,
  RowTable,
  Section,
  StatusTag,
  To,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Contract, type SettlementShown, toFen } from '../../contract.ts';
import { messages } from '../messages.ts';
import { MakeButton } from '../parts/MakeButton.tsx';
import { sayYuan } from '../parts/say-yuan.ts';
import { Yuan } from '../parts/Yuan.tsx';

import '../parts/contracts.css';

/** What is owed and what was paid of it, with the vouchers. */
export function Settlements({ contract }: { readonly contract: Contract }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const payments = (row: SettlementShown) =>
    row.payments.map((one) => (
      <span key={`${one.voucher} ${one.paidOn} ${one.amount}`} className="ow-contracts-payment">
        {`${formatDay(one.paidOn, language)} ${sayYuan(one.amount)} ${one.voucher}`}
      </span>
    ));
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
          ...(contract.meter === null
            ? []
            : [
                {
                  key: 'quantity',
                  title: t('quantity'),
                  align: 'end' as const,
                  render: (row: SettlementShown) => (
                    <To to={`/contracts/contracts/${contract.id}/settlements/${row.id}`}>
                      {formatNumber(row.quantity ?? 0, language)}
                    </To>
                  ),
                },
              ]),
          {
            key: 'amount',
            title: t('amount'),
            align: 'end',
            render: (row: SettlementShown) => <Yuan amount={row.amount} />,
          },
          {
            key: 'confirmedOn',
            title: t('confirmedOn'),
            width: '7.5rem',
            render: (row: SettlementShown) => formatDay(row.confirmedOn, language),
          },
          {
            key: 'dueOn',
            title: t('dueOn'),
            width: '7.5rem',
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
          {
            key: 'invoice',
            title: t('invoice'),
            render: (row: SettlementShown) => <Invoice settlement={row} />,
          },
          {
            key: 'act',
            title: t('pay'),
            render: (row: SettlementShown) => <Pay contract={contract} settlement={row} />,
          },
        ]}
      />
    </Section>
  );
}

interface RowProps {
  readonly settlement: SettlementShown;
}

function Invoice({ settlement }: RowProps): ReactNode {
  const { invoiceNumber, invoiceFileId: id, invoiceFileName } = settlement;
  if (id === null) return invoiceNumber;
  return (
    <a href={addressOf(fileRoutes.downloadFile, { params: { id } })}>
      {invoiceNumber === '' ? invoiceFileName : invoiceNumber}
    </a>
  );
}

function Pay({ contract, settlement }: RowProps & { readonly contract: Contract }) {
  const t = useWords(messages);
  const { id, amount, paid } = settlement;
  const open = toFen(amount) - toFen(paid);
  if (open === 0n) return null;
  return (
    <MakeButton
      size="small"
      kind="payment"
      search={{ contract: contract.id, settlement: id, amount: toYuanText(open) }}
    >
      {t('pay')}
    </MakeButton>
  );
}
