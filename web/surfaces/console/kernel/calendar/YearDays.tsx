import type { CalendarYearItem } from '#kernel/calendar/contract.ts';
import { daysBetween } from '#kernel/clock/day.ts';

import { formatDay, Notice, Section, useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

import './calendar.css';

/** The days of one year that differ from its weekends. */
export function YearDays({ item }: { readonly item: CalendarYearItem }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const say = (day: string) => formatDay(day, language, true);
  const nameOf = (row: { readonly nameZh: string; readonly nameEn: string }) =>
    language === 'en' ? row.nameEn : row.nameZh;
  const title = t('daysOf', { year: String(item.year) });
  if (item.isProvisional) {
    return (
      <Section title={title}>
        <Notice tone="warn" title={t('provisional', { year: String(item.year) })} />
      </Section>
    );
  }
  return (
    <Section title={title} description={item.title}>
      <div className="ow-year-days">
        <div>
          <h3>{t('holidays')}</h3>
          <ul>
            {item.holidays.map((row) => (
              <li key={row.from}>
                {nameOf(row)} {say(row.from)}
                {row.to === row.from ? null : ` – ${say(row.to)}`}{' '}
                {t('dayCount', { count: daysBetween(row.from, row.to) + 1 })}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('makeUpDays')}</h3>
          {item.makeUpDays.length === 0 ? <p>{t('noMakeUp')}</p> : null}
          <ul>
            {item.makeUpDays.map((row) => (
              <li key={row.day}>
                {nameOf(row)} {say(row.day)}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  );
}
