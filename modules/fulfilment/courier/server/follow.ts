import { systemActor } from '#kernel/access/system-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { listenToAll, on } from '#kernel/events/listener.ts';
import { events as caseEvents } from '#modules/casework/cases/contract.ts';
import { events as sealEvents } from '#modules/fulfilment/seals/contract.ts';
import { events as partyEvents } from '#modules/registry/parties/contract.ts';

import { Contact, events } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import { readEntitlement } from './entitlement.ts';
import { followCase } from './follow-case.ts';
import { makeParcel } from './make-parcel.ts';
import { tellNotFree } from './messages.ts';
import * as repository from './repository.ts';

const LISTENER = 'courier.follow';

/** A result that its applicant wants to be sent becomes a parcel, once it is there; the desk orders it. */
async function followResult(
  deps: CourierDeps,
  tx: Tx,
  centreId: number,
  caseId: string,
): Promise<void> {
  const actor = systemActor(centreId, LISTENER);
  const [found, wish, open] = await Promise.all([
    deps.cases.findCase(tx, centreId, caseId),
    deps.cases.findDelivery(tx, centreId, caseId),
    repository.findOpen(tx, centreId, { kind: 'cases.case', id: caseId, direction: 'out' }),
  ]);
  const isThere = found?.state === 'ready' || found?.state === 'denied';
  if (found === undefined || !isThere || wish?.way !== 'courier' || open !== undefined) return;
  const { isFree, reason } = await readEntitlement(deps, tx, centreId, found);
  if (!isFree) {
    await tellNotFree({ deps, tx, actor }, found, reason);
    return;
  }
  // An address that cannot be sent to stays with the window, which asks the applicant.
  const contact = Contact.safeParse(wish);
  if (!contact.success) return;
  await makeParcel(
    { deps, tx, actor },
    {
      direction: 'out',
      subject: { kind: 'cases.case', id: found.id, no: found.caseNo },
      partyId: found.partyId,
      contents: found.state === 'denied' ? '不予许可决定书' : found.resultName.zh,
      hasOriginals: true,
      contact: contact.data,
    },
  );
}

/** What is ready and shall be sent becomes a parcel; a parcel takes its case along; records go with their party. */
export const follow = (deps: CourierDeps) =>
  listenToAll(LISTENER, [
    on(caseEvents.ready, (tx, { centreId, payload }) =>
      followResult(deps, tx, centreId, payload.caseId),
    ),
    on(caseEvents.decided, async (tx, { centreId, payload }) => {
      if (payload.state === 'denied') await followResult(deps, tx, centreId, payload.caseId);
    }),
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
    on(events.moved, (tx, { centreId, payload }) => followCase(deps, tx, centreId, payload)),
    on(partyEvents.merged, async (tx, { centreId, payload }) =>
      repository.moveParty(tx, centreId, payload.fromId, payload.intoId),
    ),
    on(partyEvents.erased, async (tx, { centreId, payload }) =>
      repository.forgetParty(tx, centreId, payload.partyId),
    ),
  ]);
