import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';

import { useLanguage } from '../language.tsx';

interface MonthFieldProps {
  readonly id: string;
  /** `2026-11`. */
  readonly value: string;
  readonly onChange: (month: string) => void;
  /** How many months, back from the present one, can be chosen. */
  readonly count?: number;
}

/** `2026-11` and so many before it. */
export function listMonths(latest: string, count: number): string[] {
  const last = Number(latest.slice(0, 4)) * 12 + Number(latest.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, back) => {
    const month = last - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** A month in the words of the reader’s language, which a browser’s own field would write in its own. */
export function MonthField({ id, value, onChange, count = 24 }: MonthFieldProps) {
  const { language } = useLanguage();
  const months = listMonths(localDay(systemClock.now()).slice(0, 7), count);
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return (
    <select
      id={id}
      className="ow-month"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {(months.includes(value) ? months : [value, ...months]).map((month) => (
        <option key={month} value={month}>
          {format.format(Date.parse(`${month}-01T00:00:00Z`))}
        </option>
      ))}
    </select>
  );
}
