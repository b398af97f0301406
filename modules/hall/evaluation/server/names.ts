import type { Db } from '#kernel/db/types.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';
import type { StaffRef } from '#modules/registry/staff/index.ts';

import type { ServedBy } from '../contract.ts';
import type { EvaluationDeps } from './deps.ts';

/** Names of today around services. */
export interface Names {
  readonly directory: Directory;
  readonly people: ReadonlyMap<string, StaffRef>;
}

interface Placed {
  readonly site_id: string | null;
  readonly window_id: string | null;
  readonly person_id: string | null;
  readonly department_id: string | null;
}

export async function loadNames(
  { organisation, staff }: Pick<EvaluationDeps, 'organisation' | 'staff'>,
  db: Db,
  centreId: number,
  personIds: ReadonlyArray<string | null>,
): Promise<Names> {
  const ids = [...new Set(personIds.filter((id) => id !== null))];
  const [directory, people] = await Promise.all([
    organisation.loadDirectory(db, centreId),
    ids.length === 0 ? [] : staff.listStaffRefs(db, centreId, ids),
  ]);
  return { directory, people: new Map(people.map((person) => [person.id, person])) };
}

const named = (ref: { readonly id: string; readonly nameZh: string; readonly nameEn: string }) => ({
  id: ref.id,
  nameZh: ref.nameZh,
  nameEn: ref.nameEn,
});

export function toServedBy(row: Placed, { directory, people }: Names): ServedBy {
  const site = directory.sites.byId.get(row.site_id ?? '');
  const department = directory.departments.byId.get(row.department_id ?? '');
  const window = directory.windows.byId.get(row.window_id ?? '');
  const person = people.get(row.person_id ?? '');
  return {
    site: site === undefined ? null : named(site),
    department: department === undefined ? null : named(department),
    window: window === undefined ? null : { ...named(window), number: window.number },
    person: person === undefined ? null : { ...named(person), employeeNo: person.employeeNo },
  };
}
