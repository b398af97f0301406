import { z } from 'zod';

import { addDays } from '../../clock/day.ts';
import type { Holiday } from '../calendar-year.ts';
import { toHolidayName } from './holiday-name.ts';
import type { ReadYear } from './read-notice.ts';

const Year = z.number().int().min(2000).max(2100);
const Name = z.union([z.string().min(1), z.object({ 'zh-CN': z.string(), en: z.string() })]);

/** As the software's own years are written. */
const OwnYear = z.object({
  year: Year,
  notice: z
    .object({ title: z.string(), number: z.string(), issuedOn: z.iso.date() })
    .partial()
    .optional(),
  holidays: z.array(z.object({ name: Name, from: z.iso.date(), to: z.iso.date() })),
  makeUpDays: z.array(z.object({ name: Name, day: z.iso.date() })),
});

/** As the public holiday-cn data set is written: one entry for each day that differs. */
const DailyYear = z.object({
  year: Year,
  days: z.array(z.object({ name: z.string().min(1), date: z.iso.date(), isOffDay: z.boolean() })),
});

/** Reads a year from JSON, written as this software or as the holiday-cn data set does; undefined when it is neither. */
export function readYearJson(text: string): ReadYear | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const own = OwnYear.safeParse(value);
  if (own.success) return fromOwn(own.data);
  const daily = DailyYear.safeParse(value);
  return daily.success ? fromDaily(daily.data) : undefined;
}

const toName = (name: z.infer<typeof Name>) =>
  typeof name === 'string' ? toHolidayName(name) : name;

function fromOwn({ year, notice, holidays, makeUpDays }: z.infer<typeof OwnYear>): ReadYear {
  return {
    year,
    title: notice?.title,
    number: notice?.number,
    issuedOn: notice?.issuedOn,
    holidays: holidays.map(({ name, from, to }) => ({ name: toName(name), from, to })),
    makeUpDays: makeUpDays.map(({ name, day }) => ({ name: toName(name), day })),
  };
}

function fromDaily({ year, days }: z.infer<typeof DailyYear>): ReadYear {
  const ordered = days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const holidays: Holiday[] = [];
  for (const { name, date } of ordered.filter(({ isOffDay }) => isOffDay)) {
    const last = holidays.at(-1);
    const isNext = last?.name['zh-CN'] === toName(name)['zh-CN'] && addDays(last.to, 1) === date;
    if (isNext) holidays[holidays.length - 1] = { ...last, to: date };
    else holidays.push({ name: toName(name), from: date, to: date });
  }
  return {
    year,
    title: undefined,
    number: undefined,
    issuedOn: undefined,
    holidays,
    makeUpDays: ordered
      .filter(({ isOffDay }) => !isOffDay)
      .map(({ name, date }) => ({ name: toName(name), day: date })),
  };
}
