import type { CalendarYears } from './calendar-year.ts';
import type { OpeningInterval, SpecialHours } from './opening-hours.ts';

/** The statutory holidays of the notices as closed days of a place that does not open on them. */
export function toClosedDays(years: CalendarYears): SpecialHours[] {
  return years.flatMap(({ holidays }) =>
    holidays.map(({ from, to, name }) => ({
      from,
      to,
      intervals: [],
      reason: { 'zh-CN': `${name['zh-CN']}放假`, en: `Closed for ${name.en}` },
    })),
  );
}

/** The make-up working days of the notices as openings with the given hours, for a place that is otherwise closed on that weekday. */
export function toMakeUpOpenings(
  years: CalendarYears,
  intervals: readonly OpeningInterval[],
): SpecialHours[] {
  return years.flatMap(({ makeUpDays }) =>
    makeUpDays.map(({ day, name }) => ({
      from: day,
      to: day,
      intervals,
      reason: { 'zh-CN': `${name['zh-CN']}调休上班`, en: `Make-up working day for ${name.en}` },
    })),
  );
}
