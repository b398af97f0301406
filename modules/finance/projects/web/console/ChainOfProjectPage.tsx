import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  FigureStrip,
  Page,
  RowTable,
  Section,
  useFilters,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ChainOfProject, routes } from '../../contract.ts';
import { Amount } from './Amount.tsx';
import { messages } from './chain-messages.ts';
import { Checks } from './Checks.tsx';

const Place = z.object({ year: z.coerce.number().int().optional() });

/** A project of a year: its lines and who holds its money. */
export function ChainOfProjectPage() {
  const code = useParam('projectCode');
  const [{ year }] = useFilters(Place);
  const answer = useCall(routes.getChainOfProject, {
    params: { code },
    query: year === undefined ? {} : { year },
  });
  return <WithAnswer answer={answer}>{(project) => <Whole project={project} />}</WithAnswer>;
}

function Whole({ project }: { readonly project: ChainOfProject }) {
  const t = useWords(messages);
  const { code, name, year, lines, contracts, checks } = project;
  return (
    <Page
      title={name}
      description={`${code} · ${year}`}
      crumbs={[{ title: t('chain'), to: `/chain?year=${year}` }]}
    >
      <FigureStrip
        items={[
          [t('limit'), <Amount key="limit" yuan={project.limit} />],
          [t('paid'), <Amount key="paid" yuan={project.paid} />],
        ]}
      />
      <Checks checks={checks} />
      <Section title={t('lines')}>
        <RowTable
          label={t('lines')}
          rows={lines}
          rowKey={(row) => row.id}
          columns={[
            { key: 'key', title: t('line'), width: '6rem', render: (row) => row.key },
            { key: 'name', title: t('what'), render: (row) => row.name },
            {
              key: 'limit',
              title: t('limit'),
              align: 'end',
              render: (row) => <Amount yuan={row.limit} />,
            },
          ]}
        />
      </Section>
      <Section title={t('contracts')}>
        <RowTable
          label={t('contracts')}
          rows={contracts}
          rowKey={(row) => row.id}
          rowTo={(row) => `/chain/contracts/${row.id}`}
          columns={[
            { key: 'number', title: t('contract'), render: (row) => row.number },
            { key: 'name', title: t('what'), render: (row) => row.name },
            { key: 'supplier', title: t('supplier'), render: (row) => row.supplier },
            {
              key: 'price',
              title: t('price'),
              align: 'end',
              render: (row) => <Amount yuan={row.price} />,
            },
            {
              key: 'settled',
              title: t('settled'),
              align: 'end',
              render: (row) => <Amount yuan={row.settled} />,
            },
            {
              key: 'paid',
              title: t('paid'),
              align: 'end',
              render: (row) => <Amount yuan={row.paid} />,
            },
          ]}
          empty={{ title: t('none') }}
        />
      </Section>
    </Page>
  );
}
