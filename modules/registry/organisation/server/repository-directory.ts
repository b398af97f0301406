import type { Db } from '#kernel/db/types.ts';

import type {
  DepartmentRow,
  OfficeRow,
  OrganisationTables,
  SiteRow,
  WindowRow,
  ZoneRow,
} from './tables.ts';

const tables = (db: Db) => db.$extendTables<OrganisationTables>();

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
