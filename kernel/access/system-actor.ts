import type { Actor } from './contract-actor.ts';

/**
 * The software itself, acting for a centre in a job or a listener. Holds exactly the permissions named,
 * so that a job can do no more than it says.
 */
export function systemActor(
  centreId: number,
  name: string,
  permissions: readonly string[] = [],
): Actor {
  return {
    kind: 'system',
    id: `system:${name}`,
    centreId,
    name,
    grants: permissions.map((permission) => ({ permission, scope: { level: 'centre' } })),
  };
}

/** Nobody in particular: the public, before sign-in. */
export function anonymousActor(centreId: number): Actor {
  return { kind: 'anonymous', id: 'anonymous', centreId, name: '', grants: [] };
}
