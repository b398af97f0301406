import { mayAnywhere } from '#kernel/access/authorise.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { permissions } from '../contract.ts';

/** A copy of the paper that a clerk compared somebody with. */
export const EVIDENCE_PURPOSE = 'parties.identity-evidence';
/** A power of attorney. */
export const MANDATE_PURPOSE = 'parties.mandate-document';

const MIB = 1024 * 1024;

/** Papers of people: whoever may see personal data in full may read them; every download is audited by the store. */
export const filePurposes: readonly FilePurpose[] = [
  {
    name: EVIDENCE_PURPOSE,
    limitBytes: 20 * MIB,
    mayUpload: (actor) => mayAnywhere(actor, permissions.verify.name),
    mayRead: (_db, actor) => mayAnywhere(actor, permissions.reveal.name),
  },
  {
    name: MANDATE_PURPOSE,
    limitBytes: 20 * MIB,
    mayUpload: (actor) =>
      mayAnywhere(actor, permissions.manageRepresentatives.name) ||
      mayAnywhere(actor, permissions.changeOwn.name),
    mayRead: (_db, actor) =>
      mayAnywhere(actor, permissions.manageRepresentatives.name) ||
      mayAnywhere(actor, permissions.reveal.name),
  },
];
