import { Select } from 'antd';
import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  DataTable,
  Page,
  Section,
  StatusTag,
  useFilters,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type ProjectRow, routes, type YearTotals } from '../../contract.ts';
import { messages } from '../messages.ts';
import { Amount } from './Amount.tsx';
import { Forecasts } from './Forecasts.tsx';
import { Totals } from './Totals.tsx';

const Place = z.object({ year: z.coerce.number().int().optional() });

/** A year with all its projects. */
export function ProjectsPage() {
  const [place, setPlace] = useFilters(Place);
  const query = place.year === undefined ? {} : { year: place.year };
  const answer = useCall(routes.getYear, { query });
  return (
    <WithAnswer answer={answer}>
      {(totals) => <Whole totals={totals} onYear={(year) => setPlace({ year })} />}
    </WithAnswer>
  );
}

interface WholeProps {
  readonly totals: YearTotals;
  readonly onYear: (year: number) => void;
}

function Whole({ totals, onYear }: WholeProps) {
  const t = useWords(messages);
  const { year, years, projects, contracts, overdue, figures } = totals;
  const late = overdue === 0 ? '' : ` ${t('lateHint', { overdue })}`;
  return (
    <Page
      title={t('projects')}
      {...(years.length === 0
        ? {}
        : {
            description: `${t('yearHint', { year: String(year), projects, contracts })}${late}`,
            actions: (
              <Select<number>
                aria-label={t('year')}
                value={year}
                options={years.map((one) => ({ value: one, label: String(one) }))}
                onChange={onYear}
              />
            ),
          })}
    >
      {years.length === 0 ? null : (
        <Section title={t('total')}>
          <Totals
            figures={figures}
            behind={(bucket) => `/contracts/movements?year=${year}&bucket=${bucket}`}
          />
        </Section>
      )}
      <List year={year} />
    </Page>
  );
}

function List({ year }: { readonly year: number }) {
  const t = useWords(messages);
  const money = (key: 'reserved' | 'committed' | 'due') => ({
    key,
    title: t(key),
    align: 'end' as const,
    render: (row: ProjectRow) => <Amount yuan={row.figures[key]} />,
  });
  const sorted = (key: 'limit' | 'available' | 'paid') => ({
    key,
    title: t(key),
    sort: key,
    align: 'end' as const,
    render: (row: ProjectRow) => <Amount yuan={row.figures[key]} />,
  });
  return (
    <DataTable
      name="projects.projects"
      contract={routes.listProjects}
      exportContract={routes.exportProjects}
      {...(year === 0 ? {} : { query: { year } })}
      rowKey={(row) => row.code}
      rowTo={(row) => `/projects/${row.code}`}
      filters={[
        {
          key: 'look',
          title: t('look'),
          options: (['overdue', 'exhausting', 'open'] as const).map((value) => ({
            value,
            label: t(`look.${value}`),
          })),
        },
      ]}
      columns={[
        { key: 'code', title: t('code'), sort: 'code', width: '5rem', render: (row) => row.code },
        { key: 'name', title: t('name'), render: (row) => row.name },
        { key: 'office', title: t('office'), isOptional: true, render: (row) => row.office },
        sorted('limit'),
        sorted('available'),
        money('reserved'),
        money('committed'),
        money('due'),
        sorted('paid'),
        {
          key: 'progress',
          title: t('progress'),
          align: 'end',
          render: (row) => row.figures.progress,
        },
        { key: 'contracts', title: t('contracts'), align: 'end', render: (row) => row.contracts },
        {
          key: 'forecast',
          title: t('forecast'),
          render: (row) => <Watch row={row} />,
        },
      ]}
      empty={{ title: t('noProjects'), hint: t('noProjectsHint') }}
    />
  );
}

function Watch({ row }: { readonly row: ProjectRow }) {
  const t = useWords(messages);
  return (
    <>
      <Forecasts all={row.forecasts} />
      {row.overdue === 0 ? null : (
        <StatusTag tone="bad">{t('late', { count: row.overdue })}</StatusTag>
      )}
    </>
  );
}
