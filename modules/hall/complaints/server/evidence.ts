import { mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';

import { EVIDENCE_PURPOSE, permissions } from '../contract.ts';
import { maySee, whoActs } from './complaints/who.ts';
import type { ComplaintsDeps } from './deps.ts';
import * as repository from './repository.ts';

const MIB = 1024 * 1024;

/**
 * Photographs, recordings and papers of a complaint: handed in by whoever complains while signed in and by the staff,
 * read by whoever may see the complaint, and never by whom it is about.
 */
export const evidencePurpose = (deps: ComplaintsDeps): FilePurpose => ({
  name: EVIDENCE_PURPOSE,
  limitBytes: 50 * MIB,
  mayUpload: (actor) =>
    actor.kind === 'citizen' ||
    [permissions.register, permissions.handle, permissions.supervise].some(({ name }) =>
      mayAnywhere(actor, name),
    ),
  mayRead: async (db, actor, complaintId) => {
    const row = await repository.findComplaint(db, actor.centreId, complaintId);
    if (row === undefined || !maySee(actor, row)) return false;
    const { personId } = await whoActs(deps, db, actor);
    return personId === null || personId !== row.target_person_id;
  },
});

/** Hangs what was handed in with a step on its complaint. */
export async function attachEvidence(
  { files }: ComplaintsDeps,
  tx: Tx,
  actor: Actor,
  complaintId: string,
  fileIds: readonly string[],
): Promise<void> {
  const subject = { kind: 'complaints.complaint', id: complaintId };
  for (const id of fileIds) await files.attach(tx, actor, id, EVIDENCE_PURPOSE, subject);
}
