import { listenToAll, on } from '#kernel/events/listener.ts';
import { events as partyEvents } from '#modules/registry/parties/contract.ts';

import { forgetParty, moveParty } from './repository-list.ts';

/** Appointments go with the record that their holder became; nothing personal stays of one that was erased. */
export const followParties = () =>
  listenToAll('appointments.follow-parties', [
    on(partyEvents.merged, async (tx, { centreId, payload }) =>
      moveParty(tx, centreId, payload.fromId, payload.intoId),
    ),
    on(partyEvents.erased, async (tx, { centreId, payload }) =>
      forgetParty(tx, centreId, payload.partyId),
    ),
  ]);
