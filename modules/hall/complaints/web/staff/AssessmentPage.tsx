import { Button, Select } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { addressOf, useCall, useMay } from '#web/client/index.ts';
import { MonthField } from '#web/kit/common/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { Page, RowTable, Section, useFilters, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, TargetKind } from '../../contract.ts';
import { KeepDrawer } from './KeepDrawer.tsx';
import { messages } from './messages.ts';
import { ScoresTable } from './ScoresTable.tsx';

import './staff.css';

const Place = z.object({ month: z.string().optional(), target: TargetKind.optional() });

/** The table of a month and the scores behind it. */
export function AssessmentPage() {
  const t = useWords(messages);
  const may = useMay();
  const [place, change] = useFilters(Place);
  const [isOpen, setOpen] = useState(false);
  const query = {
    month: place.month ?? localDay(systemClock.now()).slice(0, 7),
    target: place.target ?? 'person',
  } as const;
  return (
    <Page
      title={t('assessment')}
      description={t('assessmentHint')}
      actions={
        <>
          {may(permissions.export) ? (
            <Button href={addressOf(routes.exportMonth, { query })}>{t('export')}</Button>
          ) : null}
          {may(permissions.assess) ? (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('keep')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="ow-cp-bar">
        <label htmlFor="assessment-month">
          {t('month')}
          <MonthField
            id="assessment-month"
            value={query.month}
            onChange={(month) => change({ month })}
          />
        </label>
        <label>
          {t('target')}
          <Select
            value={query.target}
            aria-label={t('target')}
            options={TargetKind.options.map((value) => ({ value, label: t(`target.${value}`) }))}
            onChange={(target) => change({ target })}
          />
        </label>
      </div>
      <MonthTable query={query} />
      <ScoresTable month={query.month} />
      {isOpen ? <KeepDrawer onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}

function MonthTable({
  query,
}: {
  readonly query: { readonly month: string; readonly target: TargetKind };
}) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const answer = useCall(routes.showMonth, { query }, { keepsFormer: true });
  const end = 'end' as const;
  return (
    <Section title={t('monthTable')}>
      <WithAnswer answer={answer}>
        {({ lines }) => (
          <RowTable
            label={t('monthTable')}
            rows={lines}
            rowKey={(line) => line.targetId}
            columns={[
              { key: 'rank', title: t('rank'), width: '5rem', render: (line) => line.rank },
              {
                key: 'whom',
                title: t('whom'),
                render: (line) => (language === 'en' ? line.nameEn : line.nameZh),
              },
              { key: 'total', title: t('total'), align: end, render: (line) => line.total },
              { key: 'minus', title: t('minus'), align: end, render: (line) => line.minus },
              { key: 'bonus', title: t('bonus'), align: end, render: (line) => line.bonus },
              { key: 'count', title: t('count'), align: end, render: (line) => line.count },
              { key: 'grade', title: t('grade'), render: (line) => t(`grade.${line.grade}`) },
            ]}
            empty={{ title: t('noScores'), hint: t('noScoresHint') }}
          />
        )}
      </WithAnswer>
    </Section>
  );
}
