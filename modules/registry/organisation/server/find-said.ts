import type { Db } from '#kernel/db/types.ts';

import { isFoundBy } from './name-search.ts';
import * as directory from './repository-directory.ts';
import type { ListedTable } from './repository-list.ts';

interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** The records of a register whose names are said as the search says: by pinyin, its initials, or a window by its number. */
export async function findSaid(
  db: Db,
  centreId: number,
  table: ListedTable,
  search: string,
): Promise<readonly string[]> {
  const all = await readNames(db, centreId, table);
  return all.filter(({ names }) => isFoundBy(search, names)).map(({ id }) => id);
}

async function readNames(db: Db, centreId: number, table: ListedTable): Promise<Named[]> {
  switch (table) {
    case 'organisation.office':
      return (await directory.allOffices(db, centreId)).map((row) => ({
        id: row.office_id,
        names: [row.name_zh],
      }));
    case 'organisation.site':
      return (await directory.allSites(db, centreId)).map((row) => ({
        id: row.site_id,
        names: [row.name_zh],
      }));
    case 'organisation.department':
      return (await directory.allDepartments(db, centreId)).map((row) => ({
        id: row.department_id,
        names: [row.name_zh, row.short_zh],
      }));
    case 'organisation.zone':
      return (await directory.allZones(db, centreId)).map((row) => ({
        id: row.zone_id,
        names: [row.name_zh],
      }));
    case 'organisation.service_window':
      return (await directory.allWindows(db, centreId)).map((row) => ({
        id: row.window_id,
        names: [row.name_zh, `${row.number}号窗口`],
      }));
  }
}
