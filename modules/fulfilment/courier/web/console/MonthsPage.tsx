import { MonthDocument } from '#modules/fulfilment/seals/web/parts.ts';
import { useLive, useCall } from '#web/client/index.ts';
import { Page, RowTable, StatusTag, To, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { LIVE, type MonthSummary, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** The months of parcels, from what was delivered to what was paid. */
export function MonthsPage() {
  const t = useWords(messages);
  const months = useCall(routes.listMonths);
  useLive([LIVE]);
  return (
    <Page title={t('months')} description={t('monthsHint')}>
      <WithAnswer answer={months}>{({ items }) => <Months items={items} />}</WithAnswer>
    </Page>
  );
}

function Months({ items }: { readonly items: readonly MonthSummary[] }) {
  const t = useWords(messages);
  return (
    <RowTable
      label={t('months')}
      rows={items}
      rowKey={(row) => row.month}
      columns={[
        {
          key: 'month',
          title: t('month'),
          render: (row) => <To to={`/courier/months/${row.month}`}>{row.month}</To>,
        },
        { key: 'state', title: t('state'), render: (row) => <MonthTag month={row} /> },
        { key: 'delivered', title: t('delivered'), align: 'end', render: (row) => row.delivered },
        {
          key: 'billedRows',
          title: t('billedRows'),
          align: 'end',
          render: (row) => row.billedRows,
        },
        { key: 'agreed', title: t('agreed'), align: 'end', render: (row) => row.agreed },
        { key: 'open', title: t('open'), align: 'end', render: (row) => row.open },
        { key: 'amount', title: t('amount'), align: 'end', render: (row) => row.amount },
        { key: 'paid', title: t('paid'), align: 'end', render: (row) => row.paid ?? '' },
        {
          key: 'document',
          title: t('document'),
          render: (row) => <MonthDocument month={row} />,
        },
      ]}
      empty={{ title: t('monthsNone') }}
    />
  );
}

const TONES = {
  submitted: 'busy',
  checked: 'busy',
  approved: 'good',
  returned: 'bad',
  withdrawn: 'bad',
} as const;

/** How far a month has come: its own state, then that of its document. */
export function MonthTag({ month }: { readonly month: MonthSummary }) {
  const t = useWords(messages);
  const { state, documentState } = month;
  if (state === 'handed-on' && documentState !== null)
    return <StatusTag tone={TONES[documentState]}>{t(`document.${documentState}`)}</StatusTag>;
  return <StatusTag tone={state === 'matched' ? 'busy' : 'idle'}>{t(`state.${state}`)}</StatusTag>;
}
