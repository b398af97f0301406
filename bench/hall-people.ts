import type { Actor } from '#kernel/access/contract-actor.ts';
import { anonymousActor } from '#kernel/access/system-actor.ts';
import type { Identify } from '#kernel/http/identify.ts';
import { allPermissions } from '#server/roles.ts';

import { BENCH_CENTRE } from './bench-database.ts';

/** Somebody of the staff who may do everything everywhere, by the id that the request names. */
export const staffNamed = (id: string): Actor => ({
  kind: 'staff',
  id,
  centreId: BENCH_CENTRE.centreId,
  name: '窗口人员',
  grants: allPermissions.map(({ name }) => ({ permission: name, scope: { level: 'centre' } })),
});

const known = new Map<string, Actor>();

/** Whoever asks is taken at their word: the clerk of a window, or nobody in particular. */
export const identifyByHeader: Identify = async ({ headers }) => {
  const id = headers['x-actor'];
  if (typeof id !== 'string') return { actor: anonymousActor(BENCH_CENTRE.centreId) };
  const actor = known.get(id) ?? staffNamed(id);
  known.set(id, actor);
  return { actor };
};
