import type { Actor, Grant } from '../contract-actor.ts';
import type { DeviceHolder } from '../devices/repository.ts';
import type { Holder } from './repository.ts';

/** The person of a complete session. */
export function toPerson(holder: Holder, grants: readonly Grant[]): Actor {
  return {
    kind: holder.kind,
    id: holder.account_id,
    centreId: holder.centre_id,
    name: holder.display_name,
    grants,
    sessionId: holder.session_id,
    ...(holder.device_account_id === null ? {} : { atDevice: holder.device_account_id }),
    ...(holder.subject === null ? {} : { subject: holder.subject }),
  };
}

/** The device of a key. */
export function toDevice(centreId: number, holder: DeviceHolder, grants: readonly Grant[]): Actor {
  return {
    kind: 'device',
    id: holder.account_id,
    centreId,
    name: holder.display_name,
    grants,
    ...(holder.subject === null ? {} : { subject: holder.subject }),
  };
}
