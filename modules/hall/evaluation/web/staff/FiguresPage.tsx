import { Button, Select } from 'antd';
import { z } from 'zod';

import { addressOf, useCall, useMay } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  DayField,
  EmptyState,
  Page,
  RowTable,
  Section,
  useFilters,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type FigureGroup,
  type Figures,
  Grade,
  gradeWords,
  GroupBy,
  permissions,
  routes,
  toStars,
} from '../../contract.ts';
import { Bars } from '../parts/Bars.tsx';
import { useSayName, usePercent } from '../parts/words.ts';
import { messages } from './messages.ts';
import { useDefaultPeriod } from './use-default-period.ts';

import './staff.css';

const Place = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  by: GroupBy.optional(),
});

/** Rates and counts of a time by group, with a chart beside the table. */
export function FiguresPage() {
  const t = useWords(messages);
  const may = useMay();
  const [place, change] = useFilters(Place);
  const period = useDefaultPeriod();
  const query = {
    from: place.from ?? period.from,
    to: place.to ?? period.to,
    by: place.by ?? 'department',
  } as const;
  const answer = useCall(routes.showFigures, { query }, { keepsFormer: true });
  return (
    <Page
      title={t('figures')}
      description={t('figuresHint')}
      actions={
        may(permissions.export) ? (
          <Button href={addressOf(routes.exportFigures, { query })}>{t('export')}</Button>
        ) : null
      }
    >
      <div className="ow-ev-bar">
        <label>
          {t('from')}
          <DayField value={query.from} onChange={(from) => change({ from: from ?? undefined })} />
        </label>
        <label>
          {t('to')}
          <DayField value={query.to} onChange={(to) => change({ to: to ?? undefined })} />
        </label>
        <label>
          {t('by')}
          <Select
            value={query.by}
            aria-label={t('by')}
            options={GroupBy.options.map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={(by) => change({ by })}
          />
        </label>
      </div>
      <WithAnswer answer={answer}>{(figures) => <Whole figures={figures} />}</WithAnswer>
    </Page>
  );
}

function Whole({ figures }: { readonly figures: Figures }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const percent = usePercent(t('noData'));
  const { whole } = figures;
  if (whole.due === 0 && whole.active === 0) return <EmptyState title={t('noFigures')} />;
  const tiles = [
    [t('dueCount'), String(whole.due)],
    [t('active'), String(whole.active)],
    [t('activeRate'), percent(whole.activeRate)],
    [t('goodRate'), percent(whole.goodRate)],
    [t('mean'), whole.mean === null ? t('noData') : String(whole.mean)],
    [t('rectifiedRate'), percent(whole.rectifiedRate)],
    [t('onTimeRate'), percent(whole.onTimeRate)],
    [t('calledBackRate'), percent(whole.calledBackRate)],
    [t('defaults'), String(whole.defaults)],
    [t('excluded'), String(whole.excluded)],
  ] as const;
  return (
    <>
      <ul className="ow-figures">
        {tiles.map(([name, value]) => (
          <li key={name}>
            <strong>{value}</strong>
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <Section title={t('table')}>
        <Groups groups={figures.groups} />
      </Section>
      <div className="ow-ev-two">
        <Section title={t('byGrade')}>
          <Bars
            label={t('byGrade')}
            bars={Grade.options.map((grade) => ({
              key: grade,
              label: say(gradeWords[grade]),
              value: whole.grades[grade],
              shown: String(whole.grades[grade]),
              tone: toStars(grade) <= 2 ? 'bad' : 'plain',
            }))}
          />
        </Section>
        <Section title={t('byOption')}>
          <Bars
            label={t('byOption')}
            bars={figures.options.slice(0, 12).map((one) => ({
              key: one.code,
              label: language === 'en' ? one.textEn : one.textZh,
              value: one.count,
              shown: String(one.count),
              tone: Number(one.code.at(0)) <= 2 ? 'bad' : 'plain',
            }))}
          />
        </Section>
      </div>
    </>
  );
}

function Groups({ groups }: { readonly groups: readonly FigureGroup[] }) {
  const t = useWords(messages);
  const name = useSayName();
  const percent = usePercent(t('noData'));
  const end = 'end' as const;
  return (
    <RowTable
      label={t('table')}
      rows={groups}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', title: t('group'), render: (row) => name(row) },
        { key: 'due', title: t('dueCount'), align: end, render: (row) => row.figures.due },
        { key: 'active', title: t('active'), align: end, render: (row) => row.figures.active },
        {
          key: 'activeRate',
          title: t('activeRate'),
          align: end,
          render: (row) => percent(row.figures.activeRate),
        },
        {
          key: 'good',
          title: t('goodRate'),
          align: end,
          render: (row) => percent(row.figures.goodRate),
        },
        {
          key: 'mean',
          title: t('mean'),
          align: end,
          render: (row) => row.figures.mean ?? t('noData'),
        },
        { key: 'bad', title: t('badCount'), align: end, render: (row) => row.figures.bad },
        {
          key: 'rectified',
          title: t('rectifiedRate'),
          align: end,
          render: (row) => percent(row.figures.rectifiedRate),
        },
        {
          key: 'suspect',
          title: t('suspect'),
          align: end,
          render: (row) => row.figures.suspect,
        },
        {
          key: 'excluded',
          title: t('excluded'),
          align: end,
          render: (row) => row.figures.excluded,
        },
      ]}
      empty={{ title: t('noFigures') }}
    />
  );
}
