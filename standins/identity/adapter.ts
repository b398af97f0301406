import type { Adapter, AdapterPayload } from 'oidc-provider';

import type { Clock } from '#kernel/clock/clock.ts';
import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';

/** Keeps what the provider must remember in PostgreSQL, so that any process can go on with a sign-in. */
export function createAdapter(db: Db, centreId: number, clock: Clock): (kind: string) => Adapter {
  return (kind) => ({
    upsert: async (id, payload, expiresIn) => {
      const now = clock.now();
      await repository.putRecord(db, centreId, {
        kind,
        id,
        payload: { ...payload },
        uid: payload.uid ?? null,
        grantId: payload.grantId ?? null,
        expiresAt: expiresIn === undefined ? null : new Date(now.getTime() + expiresIn * 1000),
      });
      if (kind === 'Interaction') await repository.deleteExpired(db, centreId, now);
    },
    find: async (id) => toPayload(await repository.findRecord(db, centreId, kind, { id })),
    findByUid: async (uid) => toPayload(await repository.findRecord(db, centreId, kind, { uid })),
    findByUserCode: () => Promise.resolve(undefined),
    consume: (id) => repository.consumeRecord(db, centreId, kind, id, clock.now()),
    destroy: (id) => repository.deleteRecord(db, centreId, kind, id),
    revokeByGrantId: (grantId) => repository.deleteGranted(db, centreId, grantId),
  });
}

function toPayload(record: repository.StoredRecord | undefined): AdapterPayload | undefined {
  if (record === undefined) return undefined;
  const consumed = record.consumed_at;
  return consumed === null
    ? record.payload
    : { ...record.payload, consumed: Math.floor(consumed.getTime() / 1000) };
}
