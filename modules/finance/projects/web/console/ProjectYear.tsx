import { Bucket } from '#modules/finance/contracts/contract.ts';
import { formatDay, RowTable, Section, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { ProjectContractShown, ProjectYearShown } from '../../contract.ts';
import { messages } from '../messages.ts';
import { Amount } from './Amount.tsx';
import { Forecasts } from './Forecasts.tsx';
import { Totals } from './Totals.tsx';

interface YearProps {
  readonly code: string;
  readonly year: ProjectYearShown;
}

type Line = ProjectYearShown['lines'][number];

/** A year of a project: where its money stands, by line and by contract. */
export function ProjectYear({ code, year }: YearProps) {
  const t = useWords(messages);
  const behind = `/contracts/movements?year=${year.year}&projectCode=${code}`;
  return (
    <Section title={t('ofYear', { year: String(year.year) })}>
      <Totals figures={year.figures} behind={(bucket) => `${behind}&bucket=${bucket}`} />
      <Forecasts all={year.forecasts} isLong />
      <h3 className="ow-projects-heading">{t('lines')}</h3>
      <RowTable
        label={t('lines')}
        rows={year.lines}
        rowKey={(row) => row.id}
        columns={[
          { key: 'key', title: t('key'), width: '5rem', render: (row: Line) => row.key },
          { key: 'name', title: t('part'), render: (row: Line) => row.name },
          {
            key: 'limit',
            title: t('limit'),
            align: 'end',
            render: (row: Line) => (
              <Amount yuan={row.figures.limit} to={`/chain/projects/${code}?year=${year.year}`} />
            ),
          },
          ...Bucket.options.map((bucket) => ({
            key: bucket,
            title: t(bucket),
            align: 'end' as const,
            render: (row: Line) => <Amount yuan={row.figures[bucket]} />,
          })),
        ]}
      />
      <h3 className="ow-projects-heading">{t('contracts')}</h3>
      <Contracts rows={year.contracts} />
    </Section>
  );
}

function Contracts({ rows }: { readonly rows: readonly ProjectContractShown[] }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const money = (key: 'price' | 'settled' | 'paid') => ({
    key,
    title: t(key),
    align: 'end' as const,
    render: (row: ProjectContractShown) => <Amount yuan={row[key]} />,
  });
  return (
    <RowTable
      label={t('contracts')}
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => `/contracts/contracts/${row.id}`}
      empty={{ title: t('noContracts') }}
      columns={[
        { key: 'number', title: t('number'), render: (row: ProjectContractShown) => row.number },
        { key: 'name', title: t('contracts'), render: (row: ProjectContractShown) => row.name },
        {
          key: 'supplier',
          title: t('supplier'),
          render: (row: ProjectContractShown) => row.supplier,
        },
        {
          key: 'signedOn',
          title: t('signedOn'),
          render: (row: ProjectContractShown) => formatDay(row.signedOn, language),
        },
        money('price'),
        money('settled'),
        money('paid'),
        {
          key: 'late',
          title: t('state'),
          render: (row: ProjectContractShown) =>
            row.overdue === 0 ? null : (
              <StatusTag tone="bad">{t('late', { count: row.overdue })}</StatusTag>
            ),
        },
      ]}
    />
  );
}
