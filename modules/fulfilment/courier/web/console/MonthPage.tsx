import { useState } from 'react';

import { routes as fileRoutes } from '#kernel/files/contract.ts';
import { MonthDocument } from '#modules/fulfilment/seals/web/parts.ts';
import { useAct, useCall } from '#web/client/index.ts';
import {
  ConfirmButton,
  FigureStrip,
  formatYuanText,
  Page,
  ProblemNotice,
  RowTable,
  Section,
  UploadField,
  useLanguage,
  useParam,
  useTell,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { differenceWords, type MonthInFull, routes } from '../../contract.ts';
import { BillLines } from './BillLines.tsx';
import { messages } from './messages.ts';
import { MonthTag } from './MonthsPage.tsx';

/** One month: its bill, what is wrong with it, and what is handed on. */
export function MonthPage() {
  const month = useParam('month');
  const answer = useCall(routes.getMonth, { params: { month } });
  return <WithAnswer answer={answer}>{(whole) => <Whole month={whole} />}</WithAnswer>;
}

function Whole({ month }: { readonly month: MonthInFull }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const params = { month: month.month };
  const handOn = useAct(routes.handOnMonth);
  const cameBack = month.documentState === 'returned' || month.documentState === 'withdrawn';
  const isOpen = month.state !== 'handed-on' || cameBack;
  const mayHandOn = isOpen && month.state !== 'open' && month.agreed > 0;
  return (
    <Page
      title={t('monthOf', { month: month.month })}
      description={[month.contractNumber, month.contractName, month.supplier]
        .filter((one) => one !== '')
        .join(' · ')}
      crumbs={[{ title: t('months'), to: '/courier/months' }]}
      state={<MonthTag month={month} />}
      actions={
        mayHandOn ? (
          <ConfirmButton
            type="primary"
            question={t('handOn')}
            consequence={t('handOnAsk', {
              count: month.agreed,
              amount: formatYuanText(month.amount, language),
            })}
            done={t('done')}
            onConfirm={() => handOn.mutateAsync({ params, body: { version: month.version } })}
          >
            {t('handOn')}
          </ConfirmButton>
        ) : null
      }
    >
      <FigureStrip
        items={[
          [t('delivered'), month.delivered],
          [t('unbilled'), month.unbilled],
          [t('billedRows'), month.billedRows],
          [t('billed'), formatYuanText(month.billed, language)],
          [t('unitPrice'), month.unitPrice ?? '–'],
          [t('agreed'), month.agreed],
          [t('amount'), formatYuanText(month.amount, language)],
          [t('open'), month.open],
          [t('dropped'), month.dropped],
          [t('document'), <MonthDocument key="document" month={month} />],
        ]}
      />
      {isOpen ? <TakeBill month={month.month} /> : null}
      {month.differences.length === 0 ? null : <Differences month={month} />}
      <BillLines month={month.month} />
    </Page>
  );
}

function TakeBill({ month }: { readonly month: string }) {
  const t = useWords(messages);
  const tell = useTell();
  const take = useAct(routes.takeBill, { onDone: () => tell.done(t('taken')) });
  // A bill that was taken clears the place for another.
  const [round, setRound] = useState(0);
  return (
    <Section title={t('bill')}>
      <p>{t('takeBillHint')}</p>
      <UploadField
        key={round}
        label={t('takeBill')}
        contract={fileRoutes.uploadFiles}
        place={{ query: { purpose: 'courier.bill' } }}
        accept=".xlsx,.csv"
        isDisabled={take.isPending}
        onDone={({ items: [file] }) => {
          if (file === undefined) return;
          take.mutate({ params: { month }, body: { fileId: file.id } });
          setRound(round + 1);
        }}
      />
      <ProblemNotice problem={take.error} />
    </Section>
  );
}

function Differences({ month }: { readonly month: MonthInFull }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  return (
    <Section title={t('differences')}>
      <RowTable
        label={t('differences')}
        rows={month.differences}
        rowKey={(row) => row.difference}
        columns={[
          {
            key: 'difference',
            title: t('difference'),
            render: (row) => say(differenceWords[row.difference]),
          },
          { key: 'lines', title: t('billedRows'), align: 'end', render: (row) => row.lines },
          {
            key: 'billed',
            title: t('billed'),
            align: 'end',
            render: (row) => formatYuanText(row.billed, language),
          },
        ]}
      />
    </Section>
  );
}
