import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { MonthField } from '#web/kit/common/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { Card, PublicPage, WithPublicAnswer } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { Grade, gradeWords, type PublicFigures, routes } from '../../contract.ts';
import { Bars } from '../parts/Bars.tsx';
import { Line } from '../parts/Line.tsx';
import { useSayName, usePercent } from '../parts/words.ts';
import { messages } from './messages.ts';
import { RecentRatings } from './RecentRatings.tsx';

/** 评价结果公开: a month in figures, the year behind it, by department, and what was said and answered. */
export function FiguresPage() {
  const t = useWords(messages);
  const [month, setMonth] = useState<string>();
  const answer = useCall(
    routes.showPublicFigures,
    { query: month === undefined ? {} : { month } },
    { asksToSignIn: false, keepsFormer: true },
  );
  return (
    <PublicPage title={t('figures')} lead={t('figuresLead')}>
      <WithPublicAnswer answer={answer}>
        {(figures) => <Whole figures={figures} onMonth={setMonth} />}
      </WithPublicAnswer>
      <RecentRatings />
      <Card title={t('formulas')}>
        <p>{t('formulaText')}</p>
      </Card>
    </PublicPage>
  );
}

interface WholeProps {
  readonly figures: PublicFigures;
  readonly onMonth: (month: string) => void;
}

function Whole({ figures, onMonth }: WholeProps) {
  const t = useWords(messages);
  const percent = usePercent(t('noData'));
  const { whole } = figures;
  const tiles = [
    [t('good'), percent(whole.goodRate)],
    [t('mean'), whole.mean === null ? t('noData') : String(whole.mean)],
    [t('active'), String(whole.active)],
    [t('activeRate'), percent(whole.activeRate)],
    [t('rectified'), percent(whole.rectifiedRate)],
    [t('onTime'), percent(whole.onTimeRate)],
    [t('calledBack'), percent(whole.calledBackRate)],
    [t('defaults'), String(whole.defaults)],
  ] as const;
  return (
    <>
      <Card>
        <div className="ow-plain-field">
          <label htmlFor="ratings-month">{t('month')}</label>
          <MonthField id="ratings-month" value={figures.month} onChange={onMonth} />
        </div>
        <ul className="ow-figures">
          {tiles.map(([name, value]) => (
            <li key={name}>
              <strong data-empty={value === t('noData') ? true : undefined}>{value}</strong>
              <span>{name}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Charts figures={figures} />
    </>
  );
}

function Charts({ figures }: { readonly figures: PublicFigures }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const name = useSayName();
  const percent = usePercent(t('noData'));
  return (
    <>
      <Card title={t('byGrade')}>
        <Bars
          label={t('byGrade')}
          bars={Grade.options.map((grade) => ({
            key: grade,
            label: say(gradeWords[grade]),
            value: figures.whole.grades[grade],
            shown: String(figures.whole.grades[grade]),
          }))}
        />
      </Card>
      {figures.months.length < 2 ? null : (
        <Card title={t('byMonth')}>
          <Line
            label={t('byMonth')}
            low={0.8}
            high={1}
            points={figures.months.map((one) => ({
              key: one.month,
              label: one.month.slice(2),
              value: one.goodRate.value === null ? null : Math.max(0.8, one.goodRate.value),
              shown: percent(one.goodRate),
            }))}
          />
        </Card>
      )}
      {figures.departments.length === 0 ? null : (
        <Card title={t('byDepartment')} hint={t('byDepartmentHint', { least: figures.least })}>
          <Bars
            label={t('byDepartment')}
            most={1}
            bars={figures.departments.map((one) => ({
              key: one.key,
              label: name(one),
              value: one.figures.goodRate.value ?? 0,
              shown: `${percent(one.figures.goodRate)} · ${String(one.figures.active)}`,
            }))}
          />
        </Card>
      )}
      {figures.options.length === 0 ? null : (
        <Card title={t('reasonsOften')}>
          <Bars
            label={t('reasonsOften')}
            bars={figures.options.map((one) => ({
              key: one.code,
              label: language === 'en' ? one.textEn : one.textZh,
              value: one.count,
              shown: String(one.count),
              tone: Number(one.code.at(0)) <= 2 ? 'bad' : 'plain',
            }))}
          />
        </Card>
      )}
    </>
  );
}
