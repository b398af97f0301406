import { useCall } from '#web/client/index.ts';
import {
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
      <dl className="ow-prem-figures">
        <div>
          <dt>{t('usesCount')}</dt>
          <dd>{count(figures.uses)}</dd>
        </div>
        <div>
          <dt>{t('daysSaved')}</dt>
          <dd>
            {figures.daysSaved} <small>{t('daysHint', { days: figures.daysSavedPerUse })}</small>
          </dd>
        </div>
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{count(figures[name])}</dd>
          </div>
        ))}
        <div>
          <dt>{t('lost')}</dt>
          <dd>{count(figures.unreachable)}</dd>
        </div>
      </dl>
      <Section title={t('byKind')}>
        <RowTable
          label={t('byKind')}
          rows={figures.byKind}
          rowKey={(row) => row.kind}
          columns={[
            { key: 'kind', title: t('kind'), render: (row) => say(carrierKindWords[row.kind]) },
            { key: 'carriers', title: t('carriers'), render: (row) => count(row.carriers) },
            { key: 'units', title: t('units'), render: (row) => count(row.units) },
            { key: 'uses', title: t('usesCount'), render: (row) => count(row.uses) },
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
            { key: 'units', title: t('units'), render: (row) => count(row.units) },
            { key: 'free', title: t('free'), render: (row) => count(row.free) },
            { key: 'uses', title: t('usesCount'), render: (row) => count(row.uses) },
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
            { key: 'filed', title: t('filed'), render: (row) => count(row.filed) },
            { key: 'uses', title: t('usesCount'), render: (row) => count(row.uses) },
          ]}
          empty={{ title: t('none'), hint: t('noneHint') }}
        />
      </Section>
    </>
  );
}
