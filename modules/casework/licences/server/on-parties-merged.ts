import type { Tx } from '#kernel/db/types.ts';
import { listenToAll, on } from '#kernel/events/listener.ts';
import type { Happened } from '#kernel/events/listener.ts';
import { events as partyEvents } from '#modules/registry/parties/contract.ts';

import type { LicencesDeps } from './deps.ts';
import { lockOfParties, setHolder } from './repository-jobs.ts';

/**
 * After a merge, and after one that was undone, each licence stands under the record that its holder is now. It is worked
 * out from whom it was issued to, so the same event twice, or late, comes to the same.
 */
export const followParties = ({ parties }: LicencesDeps) => {
  const follow = async (
    tx: Tx,
    { centreId, payload }: Happened<{ fromId: string; intoId: string }>,
  ): Promise<void> => {
    const rows = await lockOfParties(tx, centreId, [payload.fromId, payload.intoId]);
    for (const row of rows) {
      const live = await parties.findLivePartyId(tx, centreId, row.issued_to);
      if (live !== undefined && live !== row.holder_id) setHolder(tx, row, live);
    }
  };
  return listenToAll('licences.follow-parties', [
    on(partyEvents.merged, follow),
    on(partyEvents.mergeUndone, follow),
  ]);
};
