import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Party, permissions, problems, type VerificationInput } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import { identityVerified } from './events.ts';
import { EVIDENCE_PURPOSE } from './file-purposes.ts';
import { lockActive } from './lock-active.ts';
import { covers } from './mandate-rules.ts';
import { needsGuardian } from './numbers.ts';
import { insertRows, updateRows } from './repository-rows.ts';
import * as repository from './repository.ts';
import type { PartyRow, VerificationRow } from './tables.ts';
import { strongest } from './verification.ts';
import { loadParty, type Viewing, viewingOf } from './view.ts';

/**
 * Records that a clerk compared the person with the paper. Somebody under 14 must have a recorded guardian
 * with them (个人信息保护法 art. 31).
 */
export async function verifyParty(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  input: VerificationInput,
  once: Once,
): Promise<Party> {
  authoriseAtDesk(actor, permissions.verify.name);
  const { clock } = deps;
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  return deps.database.transaction(async (tx) => {
    const party = await lockActive(tx, centreId, partyId);
    await requireGuardian(tx, viewing, party, input.guardianId);
    const own = await repository.findBelongings(tx, centreId, [partyId]);
    if (!own.identifiers.some(({ kind }) => kind === input.documentKind))
      throw new ProblemError(problems.paperNotRecorded);
    if (input.fileId !== null) {
      const subject = { kind: 'parties.party', id: partyId };
      await deps.files.attach(tx, actor, input.fileId, EVIDENCE_PURPOSE, subject);
    }
    const row: VerificationRow = {
      centre_id: centreId,
      verification_id: newId(clock),
      party_id: partyId,
      level: 'window',
      document_kind: input.documentKind,
      source: 'window',
      file_id: input.fileId,
      verified_by: actor.id,
      verified_by_name: actor.name,
      at: clock.now(),
      withdrawn_at: null,
      version: 1,
    };
    insertRows(tx, 'parties.verification', [row]);
    const after = withVerification(party, [...own.verifications, row], clock.now());
    updateRows(tx, 'parties.party', [after]);
    const { documentKind, guardianId } = input;
    identityVerified(tx, clock, actor, partyId, { level: 'window', documentKind, guardianId });
    const view = await loadParty(tx, viewing, after);
    once.claim(tx, view);
    return view;
  });
}

/** The record with the level that its verifications give. */
export function withVerification(
  party: PartyRow,
  verifications: readonly VerificationRow[],
  now: Date,
): PartyRow {
  const verification = strongest(verifications);
  return { ...party, verification, version: party.version + 1, updated_at: now };
}

async function requireGuardian(
  tx: Tx,
  { vault, today }: Viewing,
  party: PartyRow,
  guardianId: string | null,
): Promise<void> {
  if (!needsGuardian(vault.openDetails(party).bornOn, today)) return;
  const mandates = await repository.findMandatesOf(tx, party.centre_id, [party.party_id]);
  const isThere = mandates.some(
    (mandate) =>
      mandate.kind === 'guardian' &&
      mandate.principal_id === party.party_id &&
      mandate.representative_id === guardianId &&
      covers(mandate, undefined, today),
  );
  if (!isThere) throw new ProblemError(problems.guardianNeeded);
}
