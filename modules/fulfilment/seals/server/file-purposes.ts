import { mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { permissions } from '../contract.ts';
import type { SealsDeps } from './deps.ts';
import { findSet } from './repository.ts';

/** The signature of whoever picked a set up. */
export const SIGNATURE_PURPOSE = 'seals.signature';

const MIB = 1024 * 1024;

/** Seen by who handles sets, and by the firm itself. */
export function createFilePurposes(deps: SealsDeps): readonly FilePurpose[] {
  return [
    {
      name: SIGNATURE_PURPOSE,
      limitBytes: 2 * MIB,
      mayUpload: (actor) => mayAnywhere(actor, permissions.handle.name),
      mayRead: async (db: Db, actor: Actor, setId: string) => {
        const row = await findSet(db, actor.centreId, setId);
        if (row === undefined) return false;
        if (actor.kind !== 'citizen') return mayAnywhere(actor, permissions.view.name);
        const acting = await deps.parties.findActingParty(db, actor);
        return acting?.partyId === row.party_id;
      },
    },
  ];
}
