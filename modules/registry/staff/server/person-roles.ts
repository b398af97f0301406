import type { Scope } from '#kernel/access/contract-actor.ts';

import type { PersonRoleRow } from './tables.ts';

/** The scope of a recorded role. */
export function toScopeOf({
  scope_level: level,
  scope_id: id,
}: Pick<PersonRoleRow, 'scope_level' | 'scope_id'>): Scope {
  return level === 'centre' || level === 'own' ? { level } : { level, id };
}

/** A role as it is recorded of somebody. */
export function toRoleRow(
  centreId: number,
  personId: string,
  { role, scope }: { readonly role: string; readonly scope: Scope },
): PersonRoleRow {
  return {
    centre_id: centreId,
    person_id: personId,
    role,
    scope_level: scope.level,
    scope_id: 'id' in scope ? scope.id : '',
  };
}

/** One text for each different role, to compare by. */
export const roleKey = (row: PersonRoleRow) =>
  [row.person_id, row.role, row.scope_level, row.scope_id].join(' ');
