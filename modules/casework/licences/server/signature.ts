import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import { DEFAULT_USER_ID, isSm2Signature } from '#kernel/crypto/sm2.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import type { LicenceState, Proof, Signature } from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import { type Disclosure, digestOf, Statement } from './statement.ts';
import type { LicenceRow } from './tables.ts';
import { openDisclosure } from './vault.ts';

/**
 * Whether a licence is what was signed: the signature fits the statement, the statement fits the row, and the content
 * fits its digest. A row of the key in use is checked with this key and not with the one beside it.
 */
export function checkSignature(deps: LicencesDeps, row: LicenceRow): Signature {
  const { signer } = deps;
  const key = row.key_id === signer.keyId ? signer.publicKey : row.public_key;
  const bytes = Buffer.from(row.signature, 'base64url');
  const isSigned = isSm2Signature(key, Buffer.from(row.statement, 'utf8'), bytes);
  return {
    isRight: isSigned && fitsRow(row, openSafely(deps, row)),
    algorithm: 'SM2 with SM3',
    keyId: row.key_id,
  };
}

function openSafely(deps: LicencesDeps, row: LicenceRow): Disclosure | undefined {
  try {
    return openDisclosure(deps.cipher, row);
  } catch {
    return undefined;
  }
}

function fitsRow(row: LicenceRow, disclosure: Disclosure | undefined): boolean {
  const read = Statement.safeParse(JSON.parse(row.statement));
  if (!read.success || disclosure === undefined) return false;
  const statement = read.data;
  return (
    statement.identifier === row.identifier &&
    statement.number === row.number &&
    statement.token === row.token &&
    statement.holder === row.holder_shown &&
    statement.authority === row.authority_zh &&
    statement.validFrom === row.valid_from &&
    statement.validUntil === row.valid_until &&
    statement.contentDigest === digestOf(disclosure)
  );
}

const ABOUT = {
  'zh-CN':
    '验签方法：对 statement、status 的原文（UTF-8）分别用 publicKey、statusPublicKey 验证 SM2 签名（SM3 杂凑，用户标识 userId，签名为 DER 的 base64url）。status 只说明下载时的状态，最新状态请扫码联网核验。disclosure 的规范文本的 SM3 值等于 statement 中的 contentDigest。',
  en: 'To check: verify the SM2 signatures (SM3 digest, user identity userId, DER in base64url) over the exact texts of statement and status (UTF-8) with publicKey and statusPublicKey. status says how it stood at the download; scan the code for how it stands now. The SM3 of the canonical text of disclosure is the contentDigest in statement.',
};

/** What is downloaded to check a licence offline; the content only for its holder. Refuses while nothing can be signed. */
export async function makeProof(
  deps: LicencesDeps,
  row: LicenceRow,
  state: LicenceState,
  isHolder: boolean,
): Promise<Proof> {
  const { signer, clock } = deps;
  const status = canonicalJson({
    form: 'onewindow/licence-status/1',
    identifier: row.identifier,
    state,
    at: clock.now().toISOString(),
  });
  const signature = await signer.sign(Buffer.from(status, 'utf8')).catch((error: unknown) => {
    throw new ProblemError(commonProblems.unavailable, {}, { cause: error });
  });
  return {
    about: ABOUT,
    statement: row.statement,
    signature: row.signature,
    status,
    statusSignature: Buffer.from(signature).toString('base64url'),
    publicKey: row.public_key,
    statusPublicKey: signer.publicKey,
    userId: DEFAULT_USER_ID,
    disclosure: isHolder ? canonicalJson(openDisclosure(deps.cipher, row)) : null,
  };
}
