import { isSm2Signature } from '#kernel/crypto/sm2.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import type { CasesDeps } from '../deps.ts';
import type { DocumentRow } from './repository-documents.ts';

/**
 * The row with its SM2 signature over the digest. It is made when the paper is first handed out: the act itself
 * need not wait for a signing device, and nothing leaves the house unsigned.
 */
export async function signDocument(
  { signer }: Pick<CasesDeps, 'signer'>,
  row: DocumentRow,
): Promise<DocumentRow> {
  if (row.signature !== null) return row;
  const bytes = await signer.sign(Buffer.from(row.digest, 'utf8')).catch((error: unknown) => {
    throw new ProblemError(commonProblems.unavailable, {}, { cause: error });
  });
  return {
    ...row,
    signature: Buffer.from(bytes).toString('base64url'),
    key_id: signer.keyId,
    public_key: signer.publicKey,
  };
}

/** Whether the stored signature is over the stored digest, by the key in use where it is the same. */
export function isSigned({ signer }: Pick<CasesDeps, 'signer'>, row: DocumentRow): boolean {
  if (row.signature === null || row.public_key === null) return false;
  const key = row.key_id === signer.keyId ? signer.publicKey : row.public_key;
  const signature = Buffer.from(row.signature, 'base64url');
  return isSm2Signature(key, Buffer.from(row.digest, 'utf8'), signature);
}
