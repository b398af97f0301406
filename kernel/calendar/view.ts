import type { CalendarYear, CalendarYears } from './calendar-year.ts';
import type { CalendarYearItem, HolidayDays, WorkedDay, YearInput, YearState } from './contract.ts';
import type { CalendarYearRow } from './repository.ts';
import { createWorkingCalendar } from './working-days.ts';

/** A year as the page shows it; `row` where the centre entered it. */
export function toYearItem(
  year: number,
  years: CalendarYears,
  row: CalendarYearRow | undefined,
): CalendarYearItem {
  const notice = years.find((one) => one.year === year);
  const known: YearState = row === undefined ? 'shipped' : 'own';
  return {
    year,
    state: notice === undefined ? 'missing' : known,
    isProvisional: notice === undefined,
    workingDays: createWorkingCalendar(years).countWorkingDays(
      `${year - 1}-12-31`,
      `${year}-12-31`,
    ),
    title: notice?.notice.title ?? '',
    number: notice?.notice.number ?? '',
    issuedOn: notice?.notice.issuedOn ?? null,
    ...toDays(notice),
    version: row?.version ?? 0,
    changedByName: row?.changed_by_name ?? null,
    changedAt: row?.changed_at.toISOString() ?? null,
  };
}

/** Days off and make-up days as the contract has them. */
export function toDays(year: CalendarYear | undefined): {
  holidays: HolidayDays[];
  makeUpDays: WorkedDay[];
} {
  const named = (name: { readonly 'zh-CN': string; readonly en: string }) => ({
    nameZh: name['zh-CN'],
    nameEn: name.en,
  });
  return {
    holidays: (year?.holidays ?? []).map(({ name, from, to }) => ({ ...named(name), from, to })),
    makeUpDays: (year?.makeUpDays ?? []).map(({ name, day }) => ({ ...named(name), day })),
  };
}

/** A year as the rules have it, from what somebody entered. */
export function fromInput(year: number, input: Omit<YearInput, 'version'>): CalendarYear {
  return {
    year,
    notice: { title: input.title, number: input.number, issuedOn: input.issuedOn },
    holidays: input.holidays.map(({ nameZh, nameEn, from, to }) => ({
      name: { 'zh-CN': nameZh, en: nameEn },
      from,
      to,
    })),
    makeUpDays: input.makeUpDays.map(({ nameZh, nameEn, day }) => ({
      name: { 'zh-CN': nameZh, en: nameEn },
      day,
    })),
  };
}
