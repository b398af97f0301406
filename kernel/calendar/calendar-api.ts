import type { Db } from '../db/types.ts';
import type { CalendarYear, CalendarYears } from './calendar-year.ts';
import { publishedYears } from './holidays/published.ts';
import { type CalendarYearRow, listRows } from './repository.ts';
import { createWorkingCalendar, type WorkingCalendar } from './working-days.ts';

/** What modules may ask of the legal calendar. */
export interface CalendarApi {
  /**
   * Working days as the centre knows them: the notices that ship with the software, and those that the centre
   * entered, which go before. A year without a notice counts by weekends, and every answer that relies on it says
   * `provisional` and names it. Built once for each state of the notices.
   */
  getCalendar(db: Db, centreId: number): Promise<WorkingCalendar>;
  /** The notices themselves, by year. */
  listYears(db: Db, centreId: number): Promise<CalendarYears>;
}

interface Built {
  readonly state: string;
  readonly calendar: WorkingCalendar;
}

export function createCalendarApi(): CalendarApi {
  const built = new Map<number, Built>();
  return {
    getCalendar: async (db, centreId) => {
      const rows = await listRows(db, centreId);
      const state = rows
        .map((row) => `${row.year}.${row.version}.${row.changed_at.getTime()}`)
        .join();
      const known = built.get(centreId);
      if (known?.state === state) return known.calendar;
      const calendar = createWorkingCalendar(mergeYears(rows.map(toCalendarYear)));
      built.set(centreId, { state, calendar });
      return calendar;
    },
    listYears: async (db, centreId) =>
      mergeYears((await listRows(db, centreId)).map(toCalendarYear)),
  };
}

/** The shipped years with the centre's own in their place, in order. */
export function mergeYears(own: CalendarYears): CalendarYears {
  const byYear = new Map([...publishedYears, ...own].map((one) => [one.year, one]));
  return [...byYear.values()].toSorted((one, other) => one.year - other.year);
}

export function toCalendarYear(row: CalendarYearRow): CalendarYear {
  return {
    year: row.year,
    notice: { title: row.title, number: row.notice_number, issuedOn: row.issued_on },
    holidays: row.holidays,
    makeUpDays: row.make_up_days,
  };
}
