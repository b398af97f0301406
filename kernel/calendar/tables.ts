import type { ColumnType } from 'kysely';

import type { Day } from '../clock/day.ts';
import type { Holiday, MakeUpDay } from './calendar-year.ts';

/** Written as text, read as what it holds. */
type Json<T> = ColumnType<T, string, string>;

export type CalendarYearTable = {
  centre_id: number;
  year: number;
  title: string;
  notice_number: string;
  issued_on: Day;
  holidays: Json<readonly Holiday[]>;
  make_up_days: Json<readonly MakeUpDay[]>;
  version: number;
  changed_by: string;
  changed_by_name: string;
  changed_at: Date;
};

export type CalendarTables = { 'kernel.calendar_year': CalendarYearTable };
