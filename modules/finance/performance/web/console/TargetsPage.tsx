import { Button, Select } from 'antd';
import { z } from 'zod';

import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  Notice,
  Page,
  ProblemNotice,
  RowTable,
  Section,
  StatusTag,
  useFilters,
  useGo,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, type TargetSummary } from '../../contract.ts';
import { messages } from '../messages.ts';
import { showYuan } from '../parts/show.ts';
import { TONES } from './tones.ts';

const Place = z.object({ year: z.coerce.number().optional() });

/** The targets of a year: how far each project is in what it reaches and in what it spends. */
export function TargetsPage() {
  const t = useWords(messages);
  const [place, setPlace] = useFilters(Place);
  const query = place.year === undefined ? {} : { year: place.year };
  const answer = useCall(routes.listTargets, { query });
  const { data } = answer;
  const go = useGo();
  return (
    <Page
      title={t('targets')}
      description={data && t('targetsHint', { year: String(data.year) })}
      actions={
        data && (
          <>
            <Select
              aria-label={t('year')}
              value={data.year}
              options={data.years.map((one) => ({ value: one, label: String(one) }))}
              onChange={(year) => setPlace({ year })}
            />
            <Button onClick={() => go('/performance/measures')}>{t('measures')}</Button>
            {data.items.length === 0 ? null : (
              <>
                <Button href={`/api/v1/performance/years/${data.year}/pdf`}>{t('allPdf')}</Button>
                <Button href={`/api/v1/performance/years/${data.year}/xlsx`}>{t('allXlsx')}</Button>
              </>
            )}
          </>
        )
      }
    >
      <WithAnswer answer={answer}>
        {({ items, without, year }) => (
          <>
            {items.some(({ isProposal, state }) => isProposal && state === 'draft') ? (
              <Notice tone="busy" title={t('proposalHint')} />
            ) : null}
            <Targets items={items} />
            <Without projects={without} year={year} />
          </>
        )}
      </WithAnswer>
    </Page>
  );
}

function Targets({ items }: { readonly items: readonly TargetSummary[] }) {
  const t = useWords(messages);
  return (
    <RowTable
      label={t('targets')}
      rows={items}
      rowKey={(row) => row.id}
      rowTo={(row) => `/performance/targets/${row.id}`}
      empty={{ title: t('none'), hint: t('noneHint') }}
      columns={[
        {
          key: 'project',
          title: t('project'),
          render: (row) => `${row.projectCode} ${row.projectName}`,
        },
        {
          key: 'state',
          title: t('state'),
          render: (row) => <StatusTag tone={TONES[row.state]}>{t(row.state)}</StatusTag>,
        },
        {
          key: 'indicators',
          title: t('indicators'),
          render: (row) => t('indicatorCount', { count: row.indicators, measured: row.measured }),
        },
        {
          key: 'limit',
          title: t('limit'),
          align: 'end',
          render: (row) => showYuan(row.payment.limit),
        },
        {
          key: 'rate',
          title: t('rate'),
          align: 'end',
          render: (row) => (row.payment.rate === '' ? '' : `${row.payment.rate}%`),
        },
        { key: 'total', title: t('total'), align: 'end', render: (row) => row.total },
        {
          key: 'missing',
          title: t('now'),
          render: (row) => (row.missing === 0 ? '' : t('missing', { count: row.missing })),
        },
        {
          key: 'reviews',
          title: t('reviews'),
          render: (row) => <LastReview row={row} />,
        },
      ]}
    />
  );
}

function LastReview({ row }: { readonly row: TargetSummary }) {
  const t = useWords(messages);
  const last = row.reviews.at(-1);
  if (last === undefined) return null;
  return `${t(last.kind)} ${last.asOf} ${t('totalOf', { points: last.total })}`;
}

interface WithoutProps {
  readonly projects: ReadonlyArray<{ readonly code: string; readonly name: string }>;
  readonly year: number;
}

function Without({ projects, year }: WithoutProps) {
  const t = useWords(messages);
  const go = useGo();
  const mayDraft = useMay()(permissions.draft);
  const create = useAct(routes.createTarget, {
    onDone: ({ id }) => go(`/performance/targets/${id}`),
  });
  if (projects.length === 0) return null;
  return (
    <Section title={t('without')}>
      {create.error ? <ProblemNotice problem={create.error} /> : null}
      <RowTable
        label={t('without')}
        rows={projects}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', title: t('project'), render: (row) => `${row.code} ${row.name}` },
          {
            key: 'begin',
            title: '',
            align: 'end',
            render: (row) =>
              mayDraft ? (
                <Button
                  size="small"
                  loading={create.isPending}
                  onClick={() =>
                    create.mutate({ body: { year, projectCode: row.code, projectName: row.name } })
                  }
                >
                  {t('begin')}
                </Button>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}
