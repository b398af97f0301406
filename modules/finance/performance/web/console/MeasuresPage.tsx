import { Select } from 'antd';
import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import { Page, RowTable, useFilters, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type MeasureShown, routes } from '../../contract.ts';
import { messages } from '../messages.ts';

import '../parts/declaration.css';

const Place = z.object({ year: z.coerce.number().optional() });

/** Every figure that operations give by themselves, read over a year. */
export function MeasuresPage() {
  const t = useWords(messages);
  const [place, setPlace] = useFilters(Place);
  const query = place.year === undefined ? {} : { year: place.year };
  const answer = useCall(routes.listMeasures, { query });
  const { data } = answer;
  return (
    <Page
      title={t('measures')}
      description={t('measuresHint')}
      crumbs={[{ title: t('targets'), to: '/performance/targets' }]}
      actions={
        data && (
          <Select
            aria-label={t('year')}
            value={data.year}
            options={data.years.map((one) => ({ value: one, label: String(one) }))}
            onChange={(year) => setPlace({ year })}
          />
        )
      }
    >
      <WithAnswer answer={answer}>{({ items }) => <Measures items={items} />}</WithAnswer>
    </Page>
  );
}

function Measures({ items }: { readonly items: readonly MeasureShown[] }) {
  const t = useWords(messages);
  return (
    <RowTable
      label={t('measures')}
      rows={items}
      rowKey={(row) => row.name}
      empty={{ title: t('noMeasures') }}
      columns={[
        {
          key: 'title',
          title: t('measure'),
          render: (row) => (
            <>
              {row.title[t.language]}
              <small className="ow-performance-source">{row.name}</small>
            </>
          ),
        },
        { key: 'query', title: t('query'), render: (row) => row.query[t.language] },
        {
          key: 'value',
          title: t('now'),
          align: 'end',
          render: (row) => (
            <>
              <span className="ow-performance-value">
                {row.value === null ? t('noValue') : `${row.value} ${row.unit[t.language]}`}
              </span>
              <small className="ow-performance-source">{t('events', { count: row.events })}</small>
            </>
          ),
        },
        {
          key: 'used',
          title: t('used'),
          align: 'end',
          render: (row) => (row.used === 0 ? '' : t('usedBy', { count: row.used })),
        },
      ]}
    />
  );
}
