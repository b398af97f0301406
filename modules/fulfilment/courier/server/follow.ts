import { systemActor } from '#kernel/access/system-actor.ts';
import { listenToAll, on } from '#kernel/events/listener.ts';
import { events as sealEvents } from '#modules/fulfilment/seals/contract.ts';
import { events as partyEvents } from '#modules/registry/parties/contract.ts';

import { events } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import { makeParcel } from './make-parcel.ts';
import * as repository from './repository.ts';

const LISTENER = 'courier.follow';
const SIGNED_FOR = 3;

/** A set that is ready and shall be sent becomes a parcel; a signed parcel delivers its case; records go with their party. */
export const follow = (deps: CourierDeps) =>
  listenToAll(LISTENER, [
    on(sealEvents.moved, async (tx, { centreId, payload }) => {
      if (payload.to !== 'at-centre' || payload.way !== 'courier') return;
      const actor = systemActor(centreId, LISTENER);
      const subject = { kind: 'seals.set', id: payload.setId, no: payload.number } as const;
      const asked = { kind: subject.kind, id: subject.id, direction: 'out' } as const;
      const [set, contact, open] = await Promise.all([
        deps.seals.findSet(tx, centreId, payload.setId),
        deps.seals.findDelivery(tx, centreId, payload.setId),
        repository.findOpen(tx, centreId, asked),
      ]);
      const isStillSo = set?.state === 'at-centre' && set.way === 'courier';
      if (!isStillSo || contact === null || open !== undefined) return;
      await makeParcel(
        { deps, tx, actor },
        {
          direction: 'out',
          subject,
          partyId: payload.partyId,
          contents: '免费印章一套（四枚）',
          hasOriginals: false,
          contact,
        },
      );
    }),
    on(events.ended, async (tx, { centreId, payload }) => {
      const isResult = payload.subjectKind === 'cases.case' && payload.direction === 'out';
      if (!isResult || payload.state !== 'signed') return;
      const found = await deps.cases.findCase(tx, centreId, payload.subjectId);
      const row = await repository.findParcel(tx, centreId, payload.parcelId);
      const mayDeliver =
        found?.state === 'ready' || found?.state === 'denied' || found?.state === 'delivering';
      if (found === undefined || row === undefined || !mayDeliver) return;
      await deps.cases.deliver(systemActor(centreId, LISTENER), found.id, {
        version: found.version,
        way: 'courier',
        recipient: row.recipient_shown === '' ? payload.number : row.recipient_shown,
        trackingNo: payload.trackingNo,
        trackingState: SIGNED_FOR,
        place: '',
      });
    }),
    on(partyEvents.merged, async (tx, { centreId, payload }) =>
      repository.moveParty(tx, centreId, payload.fromId, payload.intoId),
    ),
    on(partyEvents.erased, async (tx, { centreId, payload }) =>
      repository.forgetParty(tx, centreId, payload.partyId),
    ),
  ]);
