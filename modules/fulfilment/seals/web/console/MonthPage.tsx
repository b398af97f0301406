import { useState } from 'react';

import { useAct, useCall } from '#web/client/index.ts';
import {
  ConfirmButton,
  DataTable,
  formatDay,
  formatYuanText,
  Page,
  RowTable,
  Section,
  StatusTag,
  useLanguage,
  useParam,
  WithAnswer,
  FigureStrip,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { DisputeState, type Line, type MonthInFull, routes } from '../../contract.ts';
import { MonthDocument } from '../parts/MonthDocument.tsx';
import { messages } from './messages.ts';
import { type Act, ActModal, LineActs } from './MonthLineActs.tsx';
import { MonthTag } from './MonthsPage.tsx';

/** One month: its sums, each maker's part, and its lines. */
export function MonthPage() {
  const month = useParam('month');
  const answer = useCall(routes.getMonth, { params: { month } });
  return <WithAnswer answer={answer}>{(whole) => <Whole month={whole} />}</WithAnswer>;
}

function Whole({ month }: { readonly month: MonthInFull }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const params = { month: month.month };
  const close = useAct(routes.closeMonth);
  const handOn = useAct(routes.handOnMonth);
  const cameBack = month.documentState === 'returned' || month.documentState === 'withdrawn';
  const isOpen = month.state !== 'handed-on' || cameBack;
  return (
    <Page
      title={t('monthOf', { month: month.month })}
      description={[month.contractNumber, month.contractName, month.supplier]
        .filter((one) => one !== '')
        .join(' · ')}
      crumbs={[{ title: t('months'), to: '/seals/months' }]}
      state={<MonthTag month={month} />}
      actions={
        isOpen ? (
          <>
            <ConfirmButton
              question={t('closeAsk')}
              done={t('done')}
              onConfirm={() => close.mutateAsync({ params })}
            >
              {t('close')}
            </ConfirmButton>
            {month.state === 'open' ? null : (
              <ConfirmButton
                type="primary"
                question={t('handOn')}
                consequence={t('handOnAsk')}
                done={t('done')}
                onConfirm={() => handOn.mutateAsync({ params, body: { version: month.version } })}
              >
                {t('handOn')}
              </ConfirmButton>
            )}
          </>
        ) : null
      }
    >
      <FigureStrip
        items={[
          [t('sets'), month.sets],
          [t('unitPrice'), month.unitPrice ?? '–'],
          [t('amount'), formatYuanText(month.amount, language)],
          [t('waiting'), month.waiting],
          [t('disputed'), month.disputed],
          [t('dropped'), month.dropped],
          [t('document'), <MonthDocument key="document" month={month} />],
        ]}
      />
      <Section title={t('byMaker')}>
        <RowTable
          label={t('byMaker')}
          rows={month.byMaker}
          rowKey={(row) => row.makerId}
          columns={[
            { key: 'name', title: t('name'), render: (row) => row.name },
            { key: 'sets', title: t('sets'), align: 'end', render: (row) => row.sets },
            {
              key: 'amount',
              title: t('amount'),
              align: 'end',
              render: (row) => formatYuanText(row.amount, language),
            },
          ]}
          empty={{ title: t('linesNone') }}
        />
      </Section>
      <Lines month={month.month} isOpen={isOpen} />
    </Page>
  );
}

function Lines({ month, isOpen }: { readonly month: string; readonly isOpen: boolean }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const [asked, ask] = useState<{ readonly line: Line; readonly act: Act } | undefined>(undefined);
  return (
    <>
      <DataTable
        name="seals.lines"
        contract={routes.listLines}
        params={{ month }}
        label={t('lines')}
        hasHeading
        rowKey={(row) => row.setId}
        exportContract={routes.exportLines}
        filters={[
          {
            key: 'dispute',
            title: t('dispute'),
            options: DisputeState.options.map((value) => ({
              value,
              label: t(`dispute.${value}`),
            })),
          },
        ]}
        columns={[
          {
            key: 'number',
            title: t('number'),
            render: (row) => <a href={`/desk/seals/${row.setId}`}>{row.setNumber}</a>,
          },
          { key: 'firm', title: t('firm'), render: (row) => row.firmName },
          { key: 'maker', title: t('maker'), render: (row) => row.makerName },
          {
            key: 'signedOn',
            title: t('signedOn'),
            render: (row) => formatDay(row.signedOn, language),
          },
          { key: 'amount', title: t('amount'), align: 'end', render: (row) => row.amount },
          {
            key: 'dispute',
            title: t('dispute'),
            render: (row) =>
              row.dispute === 'none' ? (
                ''
              ) : (
                <StatusTag tone={row.dispute === 'disputed' ? 'warn' : 'idle'}>
                  {`${t(`dispute.${row.dispute}`)} ${row.reason}`}
                </StatusTag>
              ),
          },
          ...(isOpen
            ? [
                {
                  key: 'acts',
                  title: t('acts'),
                  render: (row: Line) => (
                    <LineActs line={row} onAct={(act) => ask({ line: row, act })} />
                  ),
                },
              ]
            : []),
        ]}
        empty={{ title: t('linesNone') }}
      />
      {asked === undefined ? null : (
        <ActModal month={month} {...asked} onClose={() => ask(undefined)} />
      )}
    </>
  );
}
