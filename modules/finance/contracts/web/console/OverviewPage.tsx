import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  EmptyState,
  formatDay,
  Notice,
  Page,
  RowTable,
  Section,
  useFilters,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { Bucket, type Overview, type ProjectYear, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { SheetButton } from '../parts/SheetButton.tsx';
import { YearPicker } from '../parts/YearPicker.tsx';
import { Yuan } from '../parts/Yuan.tsx';
import { ForecastText } from './ForecastText.tsx';
import { OpenYearButton } from './OpenYearButton.tsx';
import { Reconciled } from './Reconciled.tsx';

const Place = z.object({ year: z.coerce.number().optional() });

/** A year by project: where its money stands, each figure with what is behind it. */
export function OverviewPage() {
  const [place, setPlace] = useFilters(Place);
  const query = place.year === undefined ? {} : { year: place.year };
  const answer = useCall(routes.getOverview, { query });
  return (
    <WithAnswer answer={answer}>
      {(overview) => <Whole overview={overview} onYear={(year) => setPlace({ year })} />}
    </WithAnswer>
  );
}

interface WholeProps {
  readonly overview: Overview;
  readonly onYear: (year: number) => void;
}

function Whole({ overview, onYear }: WholeProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { year, onDay, years, projects } = overview;
  if (years.length === 0)
    return (
      <Page title={t('overview')}>
        <EmptyState
          title={t('noYear')}
          hint={t('noYearHint')}
          actions={<OpenYearButton onDone={onYear} />}
        />
      </Page>
    );
  return (
    <Page
      title={t('overview')}
      description={t('overviewHint', { year: String(year), day: formatDay(onDay, language) })}
      actions={
        <>
          <YearPicker year={year} years={years} onChoose={onYear} />
          <SheetButton contract={routes.exportVouchers} query={{ year }}>
            {t('exportVouchers')}
          </SheetButton>
          <OpenYearButton onDone={onYear} />
        </>
      }
    >
      {overview.isDemonstration ? <Notice tone="busy" title={t('demonstration')} /> : null}
      <Section title={t('limit')}>
        <Totals overview={overview} />
      </Section>
      <Projects projects={projects} year={year} onDay={onDay} />
      <Reconciled />
    </Page>
  );
}

function Totals({ overview }: { readonly overview: Overview }) {
  const t = useWords(messages);
  const { figures, year, onDay } = overview;
  const rows = [figures];
  const behind = (bucket: Bucket) =>
    `/contracts/movements?year=${year}&bucket=${bucket}&until=${onDay}`;
  return (
    <RowTable
      label={t('limit')}
      rows={rows}
      rowKey={() => 'total'}
      columns={[
        {
          key: 'limit',
          title: t('limit'),
          align: 'end',
          render: () => <Yuan amount={figures.limit} />,
        },
        ...Bucket.options.map((bucket) => ({
          key: bucket,
          title: t(bucket),
          align: 'end' as const,
          render: () => <Yuan amount={figures[bucket]} to={behind(bucket)} />,
        })),
        { key: 'progress', title: t('progress'), align: 'end', render: () => figures.progress },
      ]}
    />
  );
}

interface ProjectsProps {
  readonly projects: readonly ProjectYear[];
  readonly year: number;
  readonly onDay: string;
}

function Projects({ projects, year, onDay }: ProjectsProps) {
  const t = useWords(messages);
  const behind = (code: string, bucket: Bucket) =>
    `/contracts/movements?year=${year}&projectCode=${code}&bucket=${bucket}&until=${onDay}`;
  return (
    <Section title={t('project')}>
      <RowTable
        label={t('project')}
        rows={projects}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'name',
            title: t('project'),
            render: (row: ProjectYear) =>
              row.code === '' ? t('basic') : `${row.code} ${row.name}`,
          },
          {
            key: 'limit',
            title: t('limit'),
            align: 'end',
            render: (row: ProjectYear) => <Yuan amount={row.figures.limit} />,
          },
          ...Bucket.options.map((bucket) => ({
            key: bucket,
            title: t(bucket),
            align: 'end' as const,
            render: (row: ProjectYear) => (
              <Yuan amount={row.figures[bucket]} to={behind(row.code, bucket)} />
            ),
          })),
          {
            key: 'progress',
            title: t('progress'),
            align: 'end',
            render: (row: ProjectYear) => row.figures.progress,
          },
          {
            key: 'forecast',
            title: t('forecast'),
            render: (row: ProjectYear) =>
              row.forecasts.map((one) => <ForecastText key={one.contractId} forecast={one} />),
          },
        ]}
      />
    </Section>
  );
}
