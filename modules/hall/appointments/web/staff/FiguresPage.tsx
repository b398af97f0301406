import { z } from 'zod';

import { systemClock } from '#kernel/clock/clock.ts';
import { addDays } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useCall } from '#web/client/index.ts';
import {
  DayField,
  formatDay,
  formatNumber,
  Page,
  RowTable,
  Section,
  useFilters,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { BookingsTable } from './BookingsTable.tsx';
import { messages } from './messages.ts';

const Filters = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });

/** What became of the appointments of some days; who missed theirs; and the list itself. */
export function FiguresPage() {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const [filters, setFilters] = useFilters(Filters);
  const today = localDay(systemClock.now());
  const from = filters.from ?? addDays(today, -6);
  const to = filters.to ?? addDays(today, 7);
  const figures = useCall(routes.listFigures, { query: { from, to } });
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
      <WithAnswer answer={figures}>
        {({ items }) => (
          <RowTable
            label={t('figures')}
            rows={items}
            rowKey={(row) => `${row.day}/${row.groupId}`}
            columns={[
              { key: 'day', title: t('day'), render: (row) => formatDay(row.day, language) },
              { key: 'group', title: t('group'), render: (row) => say(row.group) },
              ...(
                [
                  ['booked', t('allBooked')],
                  ['waiting', t('waiting')],
                  ['arrived', t('arrived')],
                  ['missed', t('missed')],
                  ['cancelled', t('cancelled')],
                ] as const
              ).map(([key, title]) => ({
                key,
                title,
                align: 'end' as const,
                render: (row: (typeof items)[number]) => formatNumber(row[key], language),
              })),
              {
                key: 'share',
                title: t('missedShare'),
                align: 'end',
                render: (row) =>
                  row.missedShare === null
                    ? t('noData')
                    : `${Math.round(row.missedShare * 1000) / 10} %`,
              },
            ]}
            empty={{ title: t('figureNone') }}
          />
        )}
      </WithAnswer>
      <MissedList />
      <BookingsTable query={{ from, to }} label={t('list')} />
    </Page>
  );
}

function MissedList() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const missed = useCall(routes.listMissed);
  return (
    <Section title={t('missed')}>
      <WithAnswer answer={missed}>
        {({ items }) => (
          <RowTable
            label={t('missed')}
            rows={items}
            rowKey={(row) => row.partyId}
            columns={[
              { key: 'holder', title: t('holder'), render: (row) => row.holder },
              {
                key: 'missed',
                title: t('missedCount'),
                align: 'end',
                render: (row) => row.missed,
              },
              {
                key: 'lastOn',
                title: t('lastOn'),
                render: (row) => formatDay(row.lastOn, language),
              },
              {
                key: 'banned',
                title: t('bannedUntil'),
                render: (row) =>
                  row.bannedUntil === null ? '' : formatDay(row.bannedUntil, language),
              },
            ]}
            empty={{ title: t('missedNone') }}
          />
        )}
      </WithAnswer>
    </Section>
  );
}
