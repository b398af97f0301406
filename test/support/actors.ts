import type { Actor, Grant, Scope } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';

import { TEST_CENTRE } from './database.ts';

/** Someone of the staff who holds exactly these permissions. */
export function staffWith(
  permissions: readonly string[],
  scope: Scope = { level: 'centre' },
  more: Partial<Actor> = {},
): Actor {
  const grants: Grant[] = permissions.map((permission) => ({ permission, scope }));
  return { kind: 'staff', id: newId(), centreId: TEST_CENTRE, name: '测试人员', grants, ...more };
}

/** Somebody signed in who may do nothing in particular. */
export function nobodyInParticular(more: Partial<Actor> = {}): Actor {
  return staffWith([], { level: 'centre' }, more);
}
