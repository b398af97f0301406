import { useCall } from '#web/client/index.ts';
import {
  Notice,
  Page,
  RowTable,
  Section,
  StatusTag,
  To,
  WithAnswer,
  FigureStrip,
  formatYuanText,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Forecast, type MonthSummary, routes } from '../../contract.ts';
import { MonthDocument } from '../parts/MonthDocument.tsx';
import { messages } from './messages.ts';

/** The months, and when the contract is used up. */
export function MonthsPage() {
  const t = useWords(messages);
  const months = useCall(routes.listMonths);
  return (
    <Page title={t('months')} description={t('monthsHint')}>
      <WithAnswer answer={months}>
        {({ items, forecast }) => (
          <>
            <Section title={t('forecast')}>
              {forecast === null ? (
                <Notice tone="warn" title={t('noContract')} />
              ) : (
                <ForecastLine forecast={forecast} />
              )}
            </Section>
            <Months items={items} />
          </>
        )}
      </WithAnswer>
    </Page>
  );
}

function ForecastLine({ forecast }: { readonly forecast: Forecast }) {
  const t = useWords(messages);
  return (
    <FigureStrip
      items={[
        [t('contract'), forecast.contractNumber],
        [t('limit'), forecast.limit.toLocaleString()],
        [t('used'), forecast.used.toLocaleString()],
        [t('left'), forecast.left.toLocaleString()],
        [t('perMonth'), Math.round(forecast.perMonth).toLocaleString()],
        [t('exhaustedIn'), forecast.exhaustedIn ?? t('lasts')],
      ]}
    />
  );
}

function Months({ items }: { readonly items: readonly MonthSummary[] }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <RowTable
      label={t('months')}
      rows={items}
      rowKey={(row) => row.month}
      columns={[
        {
          key: 'month',
          title: t('month'),
          render: (row) => <To to={`/seals/months/${row.month}`}>{row.month}</To>,
        },
        { key: 'state', title: t('state'), render: (row) => <MonthTag month={row} /> },
        { key: 'waiting', title: t('waiting'), align: 'end', render: (row) => row.waiting },
        { key: 'sets', title: t('sets'), align: 'end', render: (row) => row.sets },
        { key: 'disputed', title: t('disputed'), align: 'end', render: (row) => row.disputed },
        {
          key: 'amount',
          title: t('amount'),
          align: 'end',
          render: (row) => formatYuanText(row.amount, language),
        },
        {
          key: 'paid',
          title: t('paid'),
          align: 'end',
          render: (row) => (row.paid === null ? '' : formatYuanText(row.paid, language)),
        },
        { key: 'contract', title: t('contract'), render: (row) => row.contractNumber },
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
  return <StatusTag tone={state === 'closed' ? 'busy' : 'idle'}>{t(`state.${state}`)}</StatusTag>;
}
