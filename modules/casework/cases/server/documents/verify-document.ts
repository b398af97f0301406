import type { Actor } from '#kernel/access/contract-actor.ts';
import { maskName } from '#kernel/crypto/mask.ts';
import { findVerificationCode } from '#kernel/documents/verification-code.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { documentProblems, type DocumentVerification } from '../../contract/documents.ts';
import type { CasesDeps } from '../deps.ts';
import { findByCode } from './repository-documents.ts';
import { isSigned, signDocument } from './sign-document.ts';
import { openSnapshot } from './vault.ts';

/** What anybody may know of the paper in their hands. A mistyped code is not found, and no more is said. */
export async function verifyDocument(
  deps: CasesDeps,
  actor: Actor,
  text: string,
): Promise<DocumentVerification> {
  const code = findVerificationCode(text);
  const found = code && (await findByCode(deps.database.db, actor.centreId, code));
  if (found === undefined) throw new ProblemError(documentProblems.documentUnknown);
  const row = await signDocument(deps, found);
  const { snapshot, fitsDigest } = openSnapshot(deps.cipher, row);
  const { applicant } = snapshot;
  return {
    kind: row.kind,
    number: row.number,
    issuedAt: row.issued_at.toISOString(),
    authority: snapshot.authority.name,
    matter: snapshot.matter.name,
    applicant: applicant.kind === 'person' ? maskName(applicant.name) : applicant.name,
    isGenuine: fitsDigest && snapshot.number === row.number && isSigned(deps, row),
    keyId: row.key_id ?? '',
    digest: row.digest,
  };
}
