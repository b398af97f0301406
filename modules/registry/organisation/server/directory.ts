import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository-directory.ts';
import type { DepartmentRow, OfficeRow, SiteRow, WindowRow, ZoneRow } from './tables.ts';

interface Ref {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface SiteRef extends Ref {
  readonly kind: SiteRow['kind'];
  /** Where it lies: 6 digits of a district, 9 of a town. */
  readonly divisionCode: string;
}

export interface ZoneRef extends Ref {
  readonly siteId: string;
  readonly floor: number;
  /** On the plan of its floor, in its hundredths. */
  readonly box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;
}

export type OfficeRef = Ref;

export interface DepartmentRef extends Ref {
  readonly shortZh: string;
}

export interface WindowRef {
  readonly id: string;
  /** `site-code/number`, as sheets and scopes write it. */
  readonly key: string;
  readonly number: number;
  readonly siteId: string;
  readonly zoneId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly x: number;
  readonly y: number;
}

/** Everything by id and by code. */
export interface Lookup<T> {
  readonly all: readonly T[];
  readonly byId: ReadonlyMap<string, T>;
  readonly byCode: ReadonlyMap<string, T>;
}

/** Names and codes of the centre's places and bodies at one moment, closed ones included. */
export interface Directory {
  readonly offices: Lookup<OfficeRef>;
  readonly sites: Lookup<SiteRef>;
  readonly departments: Lookup<DepartmentRef>;
  readonly zones: Lookup<ZoneRef>;
  /** By code means by `site-code/number`. */
  readonly windows: Lookup<WindowRef>;
}

function toLookup<T extends { readonly id: string }>(
  all: readonly T[],
  codeOf: (item: T) => string,
): Lookup<T> {
  return {
    all,
    byId: new Map(all.map((item) => [item.id, item])),
    byCode: new Map(all.map((item) => [codeOf(item), item])),
  };
}

const named = (row: OfficeRow | SiteRow | DepartmentRow | ZoneRow) => ({
  code: row.code,
  nameZh: row.name_zh,
  nameEn: row.name_en,
});

function toWindowRef(row: WindowRow, siteCodes: ReadonlyMap<string, string>): WindowRef {
  return {
    id: row.window_id,
    key: `${siteCodes.get(row.site_id) ?? ''}/${row.number}`,
    number: row.number,
    siteId: row.site_id,
    zoneId: row.zone_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    x: Number(row.x),
    y: Number(row.y),
  };
}

const boxOf = (row: ZoneRow) => ({
  x: Number(row.x),
  y: Number(row.y),
  width: Number(row.width),
  height: Number(row.height),
});

/** Directories by their revision, the one asked for longest ago first. */
const kept = new Map<string, Directory>();
/** As many centres as one process serves at most, and some changes of theirs. */
const KEPT = 512;

/**
 * The whole directory of a centre, as the caller's transaction sees it. It is read anew only when something of it has
 * changed: a revision names one content of it and is never used again (migration create-directory-revision).
 */
export async function loadDirectory(db: Db, centreId: number): Promise<Directory> {
  const revision = await repository.findRevision(db, centreId);
  const known = revision === undefined ? undefined : kept.get(revision);
  const directory = known ?? (await readDirectory(db, centreId));
  if (revision === undefined) return directory;
  kept.delete(revision);
  kept.set(revision, directory);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return directory;
}

/** In one round trip when given a transaction. */
async function readDirectory(db: Db, centreId: number): Promise<Directory> {
  const [offices, sites, departments, zones, windows] = await Promise.all([
    repository.allOffices(db, centreId),
    repository.allSites(db, centreId),
    repository.allDepartments(db, centreId),
    repository.allZones(db, centreId),
    repository.allWindows(db, centreId),
  ]);
  const siteCodes = new Map(sites.map((row) => [row.site_id, row.code]));
  const byCode = (item: Ref) => item.code;
  return {
    offices: toLookup(
      offices.map((row) => ({ id: row.office_id, ...named(row) })),
      byCode,
    ),
    sites: toLookup(
      sites.map((row) => ({
        id: row.site_id,
        kind: row.kind,
        divisionCode: row.division_code,
        ...named(row),
      })),
      byCode,
    ),
    departments: toLookup(
      departments.map((row) => ({ id: row.department_id, shortZh: row.short_zh, ...named(row) })),
      byCode,
    ),
    zones: toLookup(
      zones.map((row) => ({
        id: row.zone_id,
        siteId: row.site_id,
        floor: row.floor,
        box: boxOf(row),
        ...named(row),
      })),
      byCode,
    ),
    windows: toLookup(
      windows.map((row) => toWindowRef(row, siteCodes)),
      (window) => window.key,
    ),
  };
}
