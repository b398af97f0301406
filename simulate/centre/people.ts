import type { FastifyRequest } from 'fastify';

import type { Actor, Grant, Scope, ScopeLevel } from '#kernel/access/contract-actor.ts';
import type { Identify } from '#kernel/http/identify.ts';
import { allPermissions, defaultRoles } from '#server/roles.ts';

import { type Posing, readPosing } from '../posing.ts';

/**
 * Takes whoever names themselves in a header at their word, with exactly the permissions that the role has in the
 * product, where they hold it; everybody else (devices with their key, the public) is asked for as always. It saves
 * a hundred passwords each morning and exists in this folder only.
 */
export function identifyPeople(others: () => Identify): Identify {
  const known = new Map<string, Actor>();
  return async (request: FastifyRequest) => {
    const text = request.headers['x-posing'];
    if (typeof text !== 'string') return others()(request);
    const actor = known.get(text) ?? toActor(readPosing(text));
    known.set(text, actor);
    return { actor };
  };
}

const levels = new Map(allPermissions.map(({ name, scopes }) => [name, scopes]));
const roles = new Map(defaultRoles().map(({ role, permissions }) => [role, permissions]));

function toActor({ role, accountId, name, scope, centreId, subject }: Posing): Actor {
  const permissions = roles.get(role);
  if (permissions === undefined) throw new Error(`The product has no role ${role}`);
  return {
    kind: role === 'citizen' ? 'citizen' : 'staff',
    id: accountId,
    centreId,
    name,
    grants: permissions.flatMap((text) => toGrant(text, scope)),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** `cases.view` is held where the role is held, `seals.view@centre` wherever that is. */
function toGrant(text: string, held: Scope): Grant[] {
  const [permission = '', fixed] = text.split('@');
  const fit: readonly ScopeLevel[] = levels.get(permission) ?? [];
  if (fixed === 'centre' || fixed === 'own') return [{ permission, scope: { level: fixed } }];
  if (fit.includes(held.level)) return [{ permission, scope: held }];
  const [only] = fit;
  return only === 'own' ? [{ permission, scope: { level: 'own' } }] : [];
}
