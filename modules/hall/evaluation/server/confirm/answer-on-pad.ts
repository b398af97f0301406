import type { Actor } from '#kernel/access/contract-actor.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import { SIGNATURE_PURPOSE } from '#modules/casework/cases/index.ts';

import { problems, type SignatureInput } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { confirmationSettled } from '../events.ts';
import { getPad, type Pad } from '../rating/pad.ts';
import * as repository from '../repository-confirmations.ts';
import type { ConfirmationRow } from '../tables.ts';
import { isAsking } from './view-confirmation.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What the hash of a confirmation is over, so that anybody who has the parts can make it again. */
export const proofOf = (parts: {
  readonly caseNo: string;
  readonly number: string;
  readonly textHash: string;
  readonly signatureHash: string;
  readonly signedAt: string;
  readonly deviceId: string;
}): string =>
  sm3Hex(
    [
      'onewindow/confirmation/1',
      parts.caseNo,
      parts.number,
      parts.textHash,
      parts.signatureHash,
      parts.signedAt,
      parts.deviceId,
    ].join('\n'),
  );

/** Keeps the signature on the case, with the hashes that bind it to the text that was read. */
export async function signOnPad(
  deps: EvaluationDeps,
  actor: Actor,
  id: string,
  { signature, textHash }: SignatureInput,
  once: Once,
): Promise<{ done: true }> {
  const picture = Buffer.from(signature, 'base64');
  if (!picture.subarray(0, PNG.length).equals(PNG)) throw new ProblemError(problems.noPicture);
  return deps.database.transaction(async (tx) => {
    const { pad, row } = await getAsked(deps, tx, actor, id);
    if (row.text_hash !== textHash) throw new ProblemError(problems.otherText);
    const now = deps.clock.now();
    const file = await deps.files.storeFile(tx, actor, {
      purpose: SIGNATURE_PURPOSE,
      name: 'signature.png',
      content: picture,
      subject: { kind: 'cases.case', id: row.case_id },
    });
    const signatureHash = sm3Hex(picture);
    const settled = {
      state: 'signed',
      settled_at: now,
      device_id: pad.deviceId,
      signature_file_id: file.id,
      signature_hash: signatureHash,
      proof_hash: proofOf({
        caseNo: row.case_no,
        number: row.number,
        textHash,
        signatureHash,
        signedAt: now.toISOString(),
        deviceId: pad.deviceId,
      }),
    } as const;
    repository.settleConfirmation(tx, row, settled);
    confirmationSettled({ tx, clock: deps.clock, actor }, { ...row, ...settled });
    const done = { done: true } as const;
    once.claim(tx, done);
    return done;
  });
}

/** The person does not sign; the desk is told. */
export async function declineOnPad(
  deps: EvaluationDeps,
  actor: Actor,
  id: string,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const { pad, row } = await getAsked(deps, tx, actor, id);
    const settled = {
      state: 'declined',
      settled_at: deps.clock.now(),
      device_id: pad.deviceId,
    } as const;
    repository.settleConfirmation(tx, row, settled);
    confirmationSettled({ tx, clock: deps.clock, actor }, { ...row, ...settled });
    return { done: true } as const;
  });
}

/** What this pad asks now, locked. Of another window it is not there. */
async function getAsked(
  deps: EvaluationDeps,
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ readonly pad: Pad; readonly row: ConfirmationRow }> {
  const pad = await getPad(deps, tx, actor);
  const found = await repository.lockConfirmation(tx, actor.centreId, id);
  const row = orNotFound(found?.window_id === pad.windowId ? found : undefined);
  if (!isAsking(row, deps.clock.now())) throw new ProblemError(problems.notAsked);
  return { pad, row };
}
