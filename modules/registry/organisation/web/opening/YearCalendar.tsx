import { addDays, daysInMonth, weekdayOf } from '#kernel/clock/day.ts';
import { useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { ClosedDay } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { WEEKDAYS } from './draft.ts';
import { messages } from './messages.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A year by months; days that differ are marked by a sign as well as a colour. */
export function YearCalendar({
  year,
  days,
}: {
  readonly year: number;
  readonly days: readonly ClosedDay[];
}) {
  const t = useWords(messages);
  const byDay = new Map(days.map((day) => [day.day, day]));
  return (
    <>
      <p className="ow-hours-legend">{t('legend')}</p>
      <div className="ow-year">
        {MONTHS.map((month) => (
          <Month key={month} year={year} month={month} byDay={byDay} />
        ))}
      </div>
    </>
  );
}

/** The days of a month in rows from Monday to Sunday, with gaps before the first and after the last. */
export function toWeeks(year: number, month: number): Array<Array<string | undefined>> {
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  const gap = (weekdayOf(first) + 6) % 7;
  const count = daysInMonth(year, month);
  const rows = Math.ceil((gap + count) / 7);
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: 7 }, (_cell, place) => {
      const offset = row * 7 + place - gap;
      return offset < 0 || offset >= count ? undefined : addDays(first, offset);
    }),
  );
}

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly byDay: ReadonlyMap<string, ClosedDay>;
}

function Month({ year, month, byDay }: MonthProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const { language } = useLanguage();
  const short = (weekday: (typeof WEEKDAYS)[number]) => {
    const word = w(`weekday.${weekday}`);
    return language === 'en' ? word.slice(0, 2) : word.slice(-1);
  };
  return (
    <table>
      <caption>{t('monthOf', { month })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={w(`weekday.${weekday}`)}>
              {short(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {toWeeks(year, month).map((week) => (
          <tr key={week.find((day) => day !== undefined)}>
            {WEEKDAYS.map((weekday) => (
              <DayCell key={weekday} day={week[weekday - 1]} byDay={byDay} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({
  day,
  byDay,
}: {
  readonly day: string | undefined;
  readonly byDay: ReadonlyMap<string, ClosedDay>;
}) {
  const t = useWords(messages);
  const { language } = useLanguage();
  if (day === undefined) return <td aria-hidden="true">{'\u00A0'}</td>;
  const found = byDay.get(day);
  if (found === undefined) return <td>{Number(day.slice(8))}</td>;
  return (
    <td data-kind={found.kind} title={language === 'en' ? found.nameEn : found.nameZh}>
      {Number(day.slice(8))}
      <small>{t(found.kind === 'closed' ? 'off' : 'on')}</small>
    </td>
  );
}
