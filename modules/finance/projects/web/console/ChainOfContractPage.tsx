import { useCall } from '#web/client/index.ts';
import {
  FigureStrip,
  formatDay,
  formatNumber,
  Page,
  RowTable,
  Section,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ChainOfContract, routes } from '../../contract.ts';
import { Amount } from './Amount.tsx';
import { messages } from './chain-messages.ts';
import { Checks } from './Checks.tsx';

/** A contract: what was settled under it, and what was paid. */
export function ChainOfContractPage() {
  const id = useParam('contractId');
  const answer = useCall(routes.getChainOfContract, { params: { id } });
  return <WithAnswer answer={answer}>{(contract) => <Whole contract={contract} />}</WithAnswer>;
}

function Whole({ contract }: { readonly contract: ChainOfContract }) {
  const t = useWords(messages);
  const { number, name, supplier, year, projectCode, projectName, unitPrice, unit } = contract;
  return (
    <Page
      title={name}
      description={`${number} · ${supplier}`}
      crumbs={[
        { title: t('chain'), to: `/chain?year=${year}` },
        ...(projectCode === ''
          ? []
          : [{ title: projectName, to: `/chain/projects/${projectCode}?year=${year}` }]),
      ]}
    >
      <FigureStrip
        items={[
          [t('price'), <Amount key="price" yuan={contract.price} />],
          [t('settled'), <Amount key="settled" yuan={contract.settled} />],
          [t('paid'), <Amount key="paid" yuan={contract.paid} />],
          [
            t('unitPrice'),
            unitPrice === null ? '–' : <UnitPrice key="unitPrice" yuan={unitPrice} unit={unit} />,
          ],
        ]}
      />
      <Checks checks={contract.checks} />
      <Section title={t('settlements')}>
        <Settlements contract={contract} />
      </Section>
    </Page>
  );
}

function UnitPrice({ yuan, unit }: { readonly yuan: string; readonly unit: string }) {
  return (
    <>
      <Amount yuan={yuan} /> / {unit}
    </>
  );
}

function Settlements({ contract }: { readonly contract: ChainOfContract }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <RowTable
      label={t('settlements')}
      rows={contract.settlements}
      rowKey={(row) => row.id}
      rowTo={(row) => `/chain/settlements/${row.id}`}
      columns={[
        { key: 'seq', title: t('settlement'), width: '5rem', render: (row) => row.seq },
        { key: 'what', title: t('what'), render: (row) => row.what },
        {
          key: 'confirmedOn',
          title: t('confirmedOn'),
          render: (row) => formatDay(row.confirmedOn, language),
        },
        {
          key: 'quantity',
          title: t('quantity'),
          align: 'end',
          render: (row) => (row.quantity === null ? '–' : formatNumber(row.quantity, language)),
        },
        {
          key: 'amount',
          title: t('amount'),
          align: 'end',
          render: (row) => <Amount yuan={row.amount} />,
        },
        {
          key: 'paid',
          title: t('paid'),
          align: 'end',
          render: (row) => <Amount yuan={row.paid} />,
        },
        {
          key: 'payments',
          title: t('payments'),
          render: (row) => row.payments.map(({ voucher }) => voucher).join('、'),
        },
      ]}
      empty={{ title: t('none') }}
    />
  );
}
