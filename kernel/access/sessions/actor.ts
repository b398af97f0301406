import type { Actor, Grant } from '../contract-actor.ts';
import type { DeviceHolder } from '../devices/repository.ts';
import { toGrants, toScope } from '../rules/role-permissions.ts';
import type { Holder } from './repository.ts';

/** What the holder of a session or key may do now. */
export function toHolderGrants(holder: Pick<Holder, 'granted' | 'implied'>): Grant[] {
  return toGrants([
    ...holder.implied.map((permissions) => ({
      permissions,
      administrator: null,
      isImplied: true,
      scope: { level: 'own' } as const,
    })),
    ...holder.granted.map(({ permissions, administrator, level, id }) => ({
      permissions,
      administrator,
      isImplied: false,
      scope: toScope(level, id),
    })),
  ]);
}

/** The person of a complete session. */
export function toPerson(holder: Holder): Actor {
  return {
    kind: holder.kind,
    id: holder.account_id,
    centreId: holder.centre_id,
    name: holder.display_name,
    grants: toHolderGrants(holder),
    sessionId: holder.session_id,
    ...(holder.subject === null ? {} : { subject: holder.subject }),
  };
}

/** The device of a key. */
export function toDevice(centreId: number, holder: DeviceHolder): Actor {
  return {
    kind: 'device',
    id: holder.account_id,
    centreId,
    name: holder.display_name,
    grants: toHolderGrants(holder),
    ...(holder.subject === null ? {} : { subject: holder.subject }),
  };
}
