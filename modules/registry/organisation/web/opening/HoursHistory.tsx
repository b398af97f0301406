import { formatDay, Section, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { HoursRow } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { type Period, toPeriods, WEEKDAYS } from './draft.ts';
import { messages } from './messages.ts';

/** Every week that held, holds or is to hold, by its days. */
export function HoursHistory({
  rows,
  today,
}: {
  readonly rows: readonly HoursRow[];
  readonly today: string;
}) {
  const t = useWords(messages);
  const periods = toPeriods(rows);
  return (
    <Section title={t('history')}>
      {periods.length === 0 ? <p>{t('noHistory')}</p> : null}
      {periods.map((period) => (
        <PeriodLines key={`${period.from} ${period.to ?? ''}`} period={period} today={today} />
      ))}
    </Section>
  );
}

function PeriodLines({ period, today }: { readonly period: Period; readonly today: string }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { language } = useLanguage();
  const from = formatDay(period.from, language);
  const days =
    period.to === null
      ? t('fromOn', { from })
      : t('fromTo', { from, to: formatDay(period.to, language) });
  const lines = WEEKDAYS.flatMap((weekday) => {
    const own = period.rows.filter((row) => row.weekday === weekday);
    if (own.length === 0) return [];
    const times = own.map((row) => `${row.opens}–${row.closes}`).join(' ');
    return [{ weekday, text: `${w(`weekday.${weekday}`)} ${times}` }];
  });
  return (
    <details open={isNow(period, today)}>
      <summary>
        {days} <PeriodTag period={period} today={today} />
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line.weekday}>{line.text}</li>
        ))}
      </ul>
    </details>
  );
}

const isNow = ({ from, to }: Period, today: string) =>
  from <= today && (to === null || today <= to);

function PeriodTag({ period, today }: { readonly period: Period; readonly today: string }) {
  const t = useWords(messages);
  if (isNow(period, today)) return <StatusTag tone="good">{t('isNow')}</StatusTag>;
  if (period.from > today) return <StatusTag tone="busy">{t('isLater')}</StatusTag>;
  return <StatusTag tone="idle">{t('isPast')}</StatusTag>;
}
