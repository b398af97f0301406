import { may, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { permissions } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import * as repository from './repository.ts';
import { targetOf } from './who.ts';

/** Papers of an application, photographs of a place, promises. */
export const PAPER_PURPOSE = 'cases.paper';
/** The signature of whoever collected the result. */
export const SIGNATURE_PURPOSE = 'cases.signature';

const MIB = 1024 * 1024;

/** Files of a case: whoever may see the case, and the applicant. Every download is audited by the store. */
export function createFilePurposes(deps: CasesDeps): readonly FilePurpose[] {
  const mayRead = async (db: Db, actor: Actor, caseId: string): Promise<boolean> => {
    const row = await repository.findCase(db, actor.centreId, caseId);
    if (row === undefined) return false;
    if (actor.kind !== 'citizen') {
      if (may(actor, permissions.view.name, targetOf(row.body))) return true;
      if (row.body.kind !== 'parent') return false;
      // What was handed in once for a bundle is read by every department that has a part of it.
      const parts = await repository.listChildren(db, actor.centreId, caseId);
      return parts.some(({ body }) => may(actor, permissions.view.name, targetOf(body)));
    }
    const acting = await deps.parties.findActingParty(db, actor);
    return acting?.partyId === row.party_id;
  };
  return [
    {
      name: PAPER_PURPOSE,
      limitBytes: 50 * MIB,
      mayUpload: (actor) =>
        mayAnywhere(actor, permissions.intake.name) ||
        mayAnywhere(actor, permissions.examine.name) ||
        mayAnywhere(actor, permissions.apply.name),
      mayRead,
    },
    {
      name: SIGNATURE_PURPOSE,
      limitBytes: 2 * MIB,
      mayUpload: (actor) =>
        mayAnywhere(actor, permissions.deliver.name) ||
        mayAnywhere(actor, permissions.intake.name) ||
        mayAnywhere(actor, permissions.apply.name),
      mayRead,
    },
  ];
}
