import { routes as organisation } from '#modules/registry/organisation/contract.ts';
import { useCall, useSession } from '#web/client/index.ts';

import { LIVE, permissions } from '../../../contract.ts';

/** A connection follows at most a hundred topics; some are left for other parts of the page. */
const MOST = 80;

/** The live topics of the queues that one may see: of one's departments, or of all. */
export function useDepartmentTopics(): readonly string[] {
  const { actor } = useSession().session;
  const scopes = actor.permissions
    .filter(({ permission }) => permission === permissions.view.name)
    .map(({ scope }) => scope);
  const own = scopes.flatMap((scope) => (scope.level === 'department' ? [scope.id] : []));
  const seesAll = scopes.some(({ level }) => level === 'centre' || level === 'site');
  const { data } = useCall(organisation.getDirectory, undefined, {
    freshMs: 300_000,
    enabled: seesAll,
  });
  const ids = seesAll ? (data?.departments ?? []).map(({ id }) => id) : own;
  return [...new Set(ids)].slice(0, MOST).map((id) => `${LIVE}/${id}`);
}
