import type { Actor } from '#kernel/access/contract-actor.ts';

import type { DirectoryView } from '../contract.ts';
import type { OrganisationDeps } from './deps.ts';
import { allDepartments, allOffices, allSites, allZones } from './repository-directory.ts';
import type { SiteRow } from './tables.ts';

const named = (row: Pick<SiteRow, 'code' | 'name_zh' | 'name_en' | 'closed_on'>) => ({
  code: row.code,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  isClosed: row.closed_on !== null,
});

/** Names and codes for choosing among places and bodies; whoever is signed in may know them. */
export async function getDirectory(
  { database: { db } }: OrganisationDeps,
  { centreId }: Actor,
): Promise<DirectoryView> {
  const [sites, zones, departments, offices] = await Promise.all([
    allSites(db, centreId),
    allZones(db, centreId),
    allDepartments(db, centreId),
    allOffices(db, centreId),
  ]);
  return {
    sites: sites.map((row) => ({ id: row.site_id, kind: row.kind, ...named(row) })),
    zones: zones.map((row) => ({
      id: row.zone_id,
      siteId: row.site_id,
      floor: row.floor,
      ...named(row),
    })),
    departments: departments.map((row) => ({
      id: row.department_id,
      shortZh: row.short_zh,
      ...named(row),
    })),
    offices: offices.map((row) => ({ id: row.office_id, ...named(row) })),
  };
}
