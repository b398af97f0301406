import { mayAnywhere } from '#kernel/access/authorise.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { permissions } from '../contract.ts';
import type { PremisesDeps } from './deps.ts';
import * as repository from './repository.ts';

/** Titles, leases, letters: what proves a filing. */
export const PROOF_PURPOSE = 'premises.proof';

const MIB = 1024 * 1024;

/** Proofs are sent by operators, and read by their own firm and by those who see filings. */
export function createFilePurposes(deps: PremisesDeps): readonly FilePurpose[] {
  return [
    {
      name: PROOF_PURPOSE,
      limitBytes: 50 * MIB,
      mayUpload: (actor) => mayAnywhere(actor, permissions.operateOwn.name),
      mayRead: async (db, actor, filingId) => {
        if (actor.kind !== 'citizen') return mayAnywhere(actor, permissions.view.name);
        const [filing, acting] = await Promise.all([
          repository.findFiling(db, actor.centreId, filingId),
          deps.parties.findActingParty(db, actor),
        ]);
        const carrier =
          filing && (await repository.findCarrier(db, actor.centreId, filing.carrier_id));
        return acting !== undefined && carrier?.operator_id === acting.partyId;
      },
    },
  ];
}
