import { useCall } from '#web/client/index.ts';
import {
  FigureStrip,
  formatNumber,
  Page,
  RowTable,
  Section,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { carrierKindWords, type Figures, routes } from '../../contract.ts';
import { messages } from './messages.ts';

import './staff.css';

const COUNTS = [
  'carriers',
  'filings',
  'units',
  'free',
  'occupants',
  'waitingTown',
  'waitingRegulator',
  'overdue',
  'endingSoon',
] as const;

/** Filed, reused, days saved: in all, by kind, town and month. */
export function FiguresPage() {
  const t = useWords(messages);
  const answer = useCall(routes.getFigures);
  return (
    <Page title={t('figures')} description={t('figuresHint')}>
      <WithAnswer answer={answer}>{(figures) => <Body figures={figures} />}</WithAnswer>
    </Page>
  );
}

function Body({ figures }: { readonly figures: Figures }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  return (
    <>
      <FigureStrip
        items={[
          [t('usesCount'), count(figures.uses)],
          [t('daysSaved'), figures.daysSaved],
          ...COUNTS.map((name) => [t(name), count(figures[name])] as const),
          [t('lost'), count(figures.unreachable)],
        ]}
      />
      <p className="ow-prem-quiet">{t('daysHint', { days: figures.daysSavedPerUse })}</p>
      <Section title={t('byKind')}>
        <RowTable
          label={t('byKind')}
          rows={figures.byKind}
          rowKey={(row) => row.kind}
          columns={[
            { key: 'kind', title: t('kind'), render: (row) => say(carrierKindWords[row.kind]) },
            {
              key: 'carriers',
              title: t('carriers'),
              align: 'end',
              render: (row) => count(row.carriers),
            },
            { key: 'units', title: t('units'), align: 'end', render: (row) => count(row.units) },
            { key: 'uses', title: t('usesCount'), align: 'end', render: (row) => count(row.uses) },
          ]}
          empty={{ title: t('none'), hint: t('noneHint') }}
        />
      </Section>
      <Section title={t('byTown')}>
        <RowTable
          label={t('byTown')}
          rows={figures.byTown}
          rowKey={(row) => row.town.code}
          columns={[
            { key: 'town', title: t('town'), render: (row) => say(row.town.name) },
            { key: 'units', title: t('units'), align: 'end', render: (row) => count(row.units) },
            { key: 'free', title: t('free'), align: 'end', render: (row) => count(row.free) },
            { key: 'uses', title: t('usesCount'), align: 'end', render: (row) => count(row.uses) },
          ]}
          empty={{ title: t('none'), hint: t('noneHint') }}
        />
      </Section>
      <Section title={t('byMonth')}>
        <RowTable
          label={t('byMonth')}
          rows={figures.byMonth}
          rowKey={(row) => row.month}
          columns={[
            { key: 'month', title: t('month'), render: (row) => row.month },
            { key: 'filed', title: t('filed'), align: 'end', render: (row) => count(row.filed) },
            { key: 'uses', title: t('usesCount'), align: 'end', render: (row) => count(row.uses) },
          ]}
          empty={{ title: t('none'), hint: t('noneHint') }}
        />
      </Section>
    </>
  );
}
