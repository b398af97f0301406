import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  EmptyState,
  FigureStrip,
  formatDay,
  Page,
  RowTable,
  Section,
  StatusTag,
  To,
  type Tone,
  useFilters,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CostsOf, type CostState, costStateWords, routes } from '../../contract.ts';
import { Amount } from './Amount.tsx';
import { messages } from './chain-messages.ts';
import { ThingTable } from './ThingTable.tsx';

const Place = z.object({ caseNo: z.string().optional(), ticketId: z.string().optional() });

/** What was done for a case or a visit, and what it cost. */
export function CostsPage() {
  const [{ caseNo, ticketId }] = useFilters(Place);
  const query = {
    ...(caseNo === undefined ? {} : { caseNo }),
    ...(ticketId === undefined ? {} : { ticketId }),
  };
  const t = useWords(messages);
  const isAsked = caseNo !== undefined || ticketId !== undefined;
  const answer = useCall(routes.getCosts, { query }, { enabled: isAsked });
  return (
    <Page
      title={caseNo === undefined ? t('costs') : t('costsOfCase', { caseNo })}
      crumbs={[{ title: t('chain'), to: '/chain' }]}
    >
      {isAsked ? (
        <WithAnswer answer={answer}>{(costs) => <Whole costs={costs} />}</WithAnswer>
      ) : (
        <EmptyState title={t('fromCaseHint')} actions={<To to="/chain">{t('fromCase')}</To>} />
      )}
    </Page>
  );
}

function Whole({ costs }: { readonly costs: CostsOf }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { cases, ticketNo, ticketDay, things } = costs;
  return (
    <>
      <FigureStrip
        items={[
          [t('total'), <Amount key="total" yuan={costs.total} />],
          [t('paid'), <Amount key="paid" yuan={costs.paid} />],
          [t('ticket'), ticketNo === '' ? '–' : ticketNo],
          [t('day'), ticketDay === null ? '–' : formatDay(ticketDay, language)],
        ]}
      />
      <Section title={t('cases')}>
        <RowTable
          label={t('cases')}
          rows={cases}
          rowKey={(row) => row.id}
          columns={[
            { key: 'case', title: t('case'), render: (row) => row.caseNo },
            { key: 'matter', title: t('matter'), render: (row) => row.matter },
          ]}
          empty={{ title: t('none') }}
        />
      </Section>
      <Section title={t('costs')}>
        <Things things={things} />
      </Section>
    </>
  );
}

const TONES: Readonly<Record<CostState, Tone>> = {
  free: 'idle',
  counted: 'busy',
  proposed: 'busy',
  settled: 'warn',
  paid: 'good',
};

function Things({ things }: { readonly things: CostsOf['things'] }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <ThingTable
      label={t('costs')}
      rows={things}
      empty={t('costsNone')}
      more={[
        {
          key: 'state',
          title: t('state'),
          render: (row) => (
            <StatusTag tone={TONES[row.state]}>{say(costStateWords[row.state])}</StatusTag>
          ),
        },
        {
          key: 'contract',
          title: t('contract'),
          render: (row) =>
            row.contractId === null ? (
              ''
            ) : (
              <To to={`/chain/contracts/${row.contractId}`}>{row.contractNumber}</To>
            ),
        },
        {
          key: 'project',
          title: t('project'),
          render: (row) =>
            row.projectCode === '' ? (
              ''
            ) : (
              <To to={`/chain/projects/${row.projectCode}?year=${row.year ?? ''}`}>
                {row.projectName}
              </To>
            ),
        },
      ]}
    />
  );
}
