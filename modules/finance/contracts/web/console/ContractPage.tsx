import type { ReactNode } from 'react';

import { routes as fileRoutes } from '#kernel/files/contract.ts';
import { addressOf, useCall } from '#web/client/index.ts';
import {
  formatDay,
  Page,
  RowTable,
  Section,
  StatusTag,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Contract, type ContractEventShown, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { type FactRow, FactTable } from '../parts/FactTable.tsx';
import { Yuan } from '../parts/Yuan.tsx';
import { ContractActs } from './ContractActs.tsx';
import { DocumentTable } from './DocumentTable.tsx';
import { ForecastText } from './ForecastText.tsx';
import { Instalments } from './Instalments.tsx';
import { Settlements } from './Settlements.tsx';

/** One contract: terms, instalments, settlements with payments, events, documents. */
export function ContractPage() {
  const id = useParam('contractId');
  const answer = useCall(routes.getContract, { params: { id } });
  return <WithAnswer answer={answer}>{(contract) => <Whole contract={contract} />}</WithAnswer>;
}

function Whole({ contract }: { readonly contract: Contract }) {
  const t = useWords(messages);
  return (
    <Page
      title={contract.name}
      description={`${contract.number} · ${contract.supplier}`}
      crumbs={[{ title: t('contracts'), to: '/contracts/contracts' }]}
      actions={<ContractActs contract={contract} />}
      state={
        <StatusTag tone={contract.overdue > 0 ? 'bad' : 'idle'}>
          {contract.overdue > 0 ? t('late') : t(`contractState.${contract.state}`)}
        </StatusTag>
      }
    >
      <Facts contract={contract} />
      {contract.instalments.length === 0 ? null : <Instalments contract={contract} />}
      <Settlements contract={contract} />
      <Events events={contract.events} />
      <Section title={t('documents')}>
        <DocumentTable rows={contract.documents} label={t('documents')} />
      </Section>
    </Page>
  );
}

function Facts({ contract }: { readonly contract: Contract }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { servesFrom, servesUntil, publication, publishBy, forecast } = contract;
  const day = (on: string | null) => (on === null ? t('none') : formatDay(on, language));
  const sayService = (from: string | null, until: string | null) => {
    if (from === null) return t('none');
    return until === null ? t('servesFrom', { day: day(from) }) : `${day(from)} – ${day(until)}`;
  };
  const facts: readonly FactRow[] = [
    [t('type'), t(`type.${contract.type}`)],
    [t('price'), <Yuan key="price" amount={contract.price} />],
    [t('settled'), <Yuan key="settled" amount={contract.settled} />],
    [t('paid'), <Yuan key="paid" amount={contract.paid} />],
    [t('left'), <Yuan key="left" amount={contract.left} />],
    [t('signedOn'), day(contract.signedOn)],
    [t('serves'), sayService(servesFrom, servesUntil)],
    [t('publication'), t(`publication.${publication}`, { day: day(publishBy) })],
    ...(forecast === null
      ? []
      : [[t('forecast'), <ForecastText key="forecast" forecast={forecast} />] as const]),
    ...contract.shares.map(
      (one) => [one.line, <Yuan key={one.lineId} amount={one.amount} />] as const,
    ),
  ];
  return <FactTable title={t('facts')} rows={facts} />;
}

function Events({ events }: { readonly events: readonly ContractEventShown[] }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  if (events.length === 0) return null;
  return (
    <Section title={t('events')}>
      <RowTable
        label={t('events')}
        rows={events}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'day',
            title: t('day'),
            render: (row: ContractEventShown) => formatDay(row.day, language),
          },
          {
            key: 'kind',
            title: t('kind'),
            render: (row: ContractEventShown) => t(`event.${row.kind}`),
          },
          {
            key: 'evidence',
            title: t('evidence'),
            render: (row: ContractEventShown) => <Evidence event={row} />,
          },
          { key: 'by', title: t('by'), render: (row: ContractEventShown) => row.byName },
        ]}
      />
    </Section>
  );
}

function Evidence({ event }: { readonly event: ContractEventShown }): ReactNode {
  const { evidence, fileId: id, fileName } = event;
  if (id === null) return evidence;
  return (
    <>
      {evidence} <a href={addressOf(fileRoutes.downloadFile, { params: { id } })}>{fileName}</a>
    </>
  );
}
