import type { Db } from '#kernel/db/types.ts';

import type {
  ClosedDayRow,
  DepartmentRow,
  OfficeRow,
  OpeningHoursRow,
  OrganisationTables,
  SiteRow,
  WindowRow,
  ZoneRow,
} from './tables.ts';

const tables = (db: Db) => db.$extendTables<OrganisationTables>();

/** Which content the directory of a centre has; nothing as long as it is empty. */
export async function findRevision(db: Db, centreId: number): Promise<string | undefined> {
  const found = await tables(db)
    .selectFrom('organisation.directory_revision')
    .select('revision')
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return found?.revision;
}

export function allOffices(db: Db, centreId: number): Promise<OfficeRow[]> {
  return tables(db)
    .selectFrom('organisation.office')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('sort_order')
    .execute();
}

export function allSites(db: Db, centreId: number): Promise<SiteRow[]> {
  return tables(db)
    .selectFrom('organisation.site')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('sort_order')
    .execute();
}

export function allDepartments(db: Db, centreId: number): Promise<DepartmentRow[]> {
  return tables(db)
    .selectFrom('organisation.department')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('sort_order')
    .execute();
}

export function allZones(db: Db, centreId: number): Promise<ZoneRow[]> {
  return tables(db)
    .selectFrom('organisation.zone')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('sort_order')
    .execute();
}

export function allWindows(db: Db, centreId: number): Promise<WindowRow[]> {
  return tables(db)
    .selectFrom('organisation.service_window')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('number')
    .execute();
}

export function allOpeningHours(db: Db, centreId: number): Promise<OpeningHoursRow[]> {
  return tables(db)
    .selectFrom('organisation.opening_hours')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('valid_from')
    .orderBy('weekday')
    .orderBy('opens')
    .execute();
}

export function allClosedDays(db: Db, centreId: number): Promise<ClosedDayRow[]> {
  return tables(db)
    .selectFrom('organisation.closed_day')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('day')
    .execute();
}
