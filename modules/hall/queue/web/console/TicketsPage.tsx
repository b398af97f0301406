import { z } from 'zod';

import { useCall, useMay } from '#web/client/index.ts';
import { DataTable, formatInstant, Page, useFilters, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  channelWords,
  FinishKind,
  finishWords,
  permissions,
  routes,
  type Ticket,
  TicketChannel,
  TicketState,
  ticketStateWords,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { DayChoice } from '../parts/DayChoice.tsx';
import { TicketTag } from '../parts/Tags.tsx';

const Place = z.object({ day: z.iso.date().optional() });

/** Every ticket, to search, filter and export. */
export function TicketsPage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const may = useMay();
  const [place, setPlace] = useFilters(Place);
  const lines = useCall(routes.listBusinesses, { query: {} });
  const at = (iso: string | null) => (iso === null ? '' : formatInstant(iso, language));
  return (
    <Page
      title={t('tickets')}
      description={t('ticketsHint')}
      actions={<DayChoice label={t('day')} day={place.day} onChange={(day) => setPlace({ day })} />}
    >
      <DataTable
        name="queue.tickets"
        contract={routes.listTickets}
        query={place.day === undefined ? {} : { day: place.day }}
        rowKey={(row) => row.id}
        rowTo={(row) => `/tickets/${row.id}`}
        searchHint={t('searchTickets')}
        {...(may(permissions.report) ? { exportContract: routes.exportTickets } : {})}
        filters={[
          {
            key: 'businessId',
            title: t('line'),
            options: (lines.data?.items ?? []).map((line) => ({
              value: line.id,
              label: language === 'en' ? line.nameEn : line.nameZh,
            })),
          },
          {
            key: 'state',
            title: t('state'),
            options: TicketState.options.map((value) => ({
              value,
              label: ticketStateWords[value][language],
            })),
          },
          {
            key: 'channel',
            title: t('channel'),
            options: TicketChannel.options.map((value) => ({
              value,
              label: channelWords[value][language],
            })),
          },
          {
            key: 'finishKind',
            title: t('outcome'),
            options: FinishKind.options.map((value) => ({
              value,
              label: finishWords[value][language],
            })),
          },
        ]}
        columns={[
          { key: 'number', title: t('number'), width: '7rem', render: (row) => row.number },
          { key: 'day', title: t('day'), width: '8rem', render: (row) => row.day },
          {
            key: 'line',
            title: t('line'),
            render: (row) => (language === 'en' ? row.businessNameEn : row.businessNameZh),
          },
          {
            key: 'state',
            title: t('state'),
            width: '8rem',
            render: (row) => <TicketTag state={row.state} />,
          },
          {
            key: 'window',
            title: t('window'),
            align: 'end',
            width: '6rem',
            render: (row: Ticket) => row.windowNumber ?? '',
          },
          { key: 'clerk', title: t('clerk'), render: (row) => row.personName },
          { key: 'issued', title: t('issued'), render: (row) => at(row.issuedAt) },
          { key: 'called', title: t('called'), render: (row) => at(row.calledAt) },
          {
            key: 'outcome',
            title: t('outcome'),
            render: (row) => (row.finishKind === null ? '' : finishWords[row.finishKind][language]),
          },
          {
            key: 'channel',
            title: t('channel'),
            isOptional: true,
            render: (row) => channelWords[row.channel][language],
          },
          { key: 'holder', title: t('holder'), isOptional: true, render: (row) => row.holder },
          {
            key: 'ended',
            title: t('ended'),
            isOptional: true,
            render: (row) => at(row.endedAt),
          },
        ]}
        empty={{ title: t('noTickets'), hint: t('noTicketsHint') }}
      />
    </Page>
  );
}
