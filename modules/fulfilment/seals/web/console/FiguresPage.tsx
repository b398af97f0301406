import { z } from 'zod';

import { systemClock } from '#kernel/clock/clock.ts';
import { addDays } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useCall } from '#web/client/index.ts';
import {
  DayField,
  formatDay,
  Page,
  RowTable,
  Section,
  useFilters,
  useLanguage,
  WithAnswer,
  FigureStrip,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Figures, routes, stateWords } from '../../contract.ts';
import { messages } from './messages.ts';

const Filters = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });

/** How many sets, how long they took, and where they stand now. */
export function FiguresPage() {
  const t = useWords(messages);
  const [filters, setFilters] = useFilters(Filters);
  const today = localDay(systemClock.now());
  const from = filters.from ?? addDays(today, -29);
  const to = filters.to ?? today;
  const figures = useCall(routes.getFigures, { query: { from, to } });
  return (
    <Page
      title={t('figures')}
      description={t('figuresHint')}
      actions={
        <>
          <DayField
            aria-label={t('from')}
            value={from}
            onChange={(day) => setFilters({ from: day ?? undefined })}
          />
          <DayField
            aria-label={t('to')}
            value={to}
            onChange={(day) => setFilters({ to: day ?? undefined })}
          />
        </>
      }
    >
      <WithAnswer answer={figures}>{(answer) => <Content figures={answer} />}</WithAnswer>
    </Page>
  );
}

function Content({ figures }: { readonly figures: Figures }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const { averageDays, withinPromise } = figures;
  return (
    <>
      <FigureStrip
        items={[
          [t('signed'), String(figures.signed)],
          [t('averageDays'), averageDays === null ? t('noData') : averageDays.toFixed(1)],
          [
            t('withinPromise'),
            withinPromise === null ? t('noData') : `${(withinPromise * 100).toFixed(1)} %`,
          ],
          [t('remakeCount'), String(figures.remakes)],
        ]}
      />
      <Section title={t('now')}>
        <RowTable
          label={t('now')}
          rows={figures.byState}
          rowKey={(row) => row.state}
          columns={[
            { key: 'state', title: t('step'), render: (row) => say(stateWords[row.state]) },
            { key: 'sets', title: t('sets'), align: 'end', render: (row) => row.sets },
          ]}
          empty={{ title: t('none') }}
        />
      </Section>
      <Section title={t('byDay')}>
        <RowTable
          label={t('byDay')}
          rows={figures.byDay}
          rowKey={(row) => row.day}
          columns={[
            { key: 'day', title: t('day'), render: (row) => formatDay(row.day, language) },
            { key: 'sets', title: t('sets'), align: 'end', render: (row) => row.sets },
          ]}
          empty={{ title: t('none') }}
        />
      </Section>
    </>
  );
}
