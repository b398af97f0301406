import type { Day } from '#kernel/clock/day.ts';
import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import { maskName } from '#kernel/crypto/mask.ts';
import { makeVerificationCode } from '#kernel/documents/verification-code.ts';
import { fillSecureRandom } from '#kernel/ids/random.ts';
import { randomToken } from '#kernel/ids/token.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type BothWords, problems } from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import type { Authority, Holder } from './inputs.ts';
import { toIdentifier } from './numbers.ts';
import { type Disclosure, digestOf, STATEMENT_FORM, type Statement } from './statement.ts';
import type { KindRow, LicenceRow } from './tables.ts';
import { sealDisclosure } from './vault.ts';

/** Everything that one version of a licence is made from. */
export interface EditionParts {
  readonly centreId: number;
  readonly licenceId: string;
  readonly lineageId: string;
  readonly edition: number;
  readonly kind: KindRow;
  readonly number: string;
  readonly serial: string;
  readonly holder: Holder;
  /** The live record of the holder. */
  readonly holderId: string;
  readonly authority: Authority;
  readonly caseId: string | null;
  readonly caseNumber: string;
  readonly content: Readonly<Record<string, BothWords>>;
  readonly issuedOn: Day;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly memberIdentifiers: readonly string[];
  readonly isDemonstration: boolean;
}

/** Makes the row of a version: identifier, statement, signature over it, and what is sealed. Rejects when it cannot be signed. */
export async function makeEdition(deps: LicencesDeps, parts: EditionParts): Promise<LicenceRow> {
  if (parts.validUntil !== null && parts.validUntil < parts.validFrom)
    throw new ProblemError(problems.validityWrong);
  const { signer, clock } = deps;
  const { holder, authority, kind } = parts;
  const disclosure: Disclosure = {
    salt: randomToken(16),
    holder: {
      name: holder.name,
      identifierKind: holder.identifier?.kind ?? '',
      identifier: holder.identifier?.shown ?? '',
    },
    content: { ...parts.content },
  };
  const statement = toStatement(parts, disclosure);
  const text = canonicalJson(statement);
  const signature = await signer.sign(Buffer.from(text, 'utf8'));
  const key = { centre_id: parts.centreId, licence_id: parts.licenceId };
  const isFirm = holder.kind === 'organisation';
  return {
    ...key,
    lineage_id: parts.lineageId,
    edition: parts.edition,
    kind_code: kind.code,
    number: parts.number,
    serial: parts.serial,
    identifier: statement.identifier,
    token: statement.token,
    state: 'valid',
    issued_to: holder.partyId,
    holder_id: parts.holderId,
    holder_kind: holder.kind,
    holder_shown: statement.holder,
    holder_search: isFirm ? holder.name.toLowerCase() : null,
    authority_zh: authority.name['zh-CN'],
    authority_en: authority.name.en,
    authority_code: authority.creditCode,
    department_id: authority.departmentId,
    case_id: parts.caseId,
    case_number: parts.caseNumber,
    issued_on: parts.issuedOn,
    valid_from: parts.validFrom,
    valid_until: parts.validUntil,
    statement: text,
    signature: Buffer.from(signature).toString('base64url'),
    key_id: signer.keyId,
    public_key: signer.publicKey,
    content_sealed: sealDisclosure(deps.cipher, key, disclosure),
    is_demonstration: parts.isDemonstration,
    issued_at: clock.now(),
    updated_at: clock.now(),
    version: 1,
  };
}

function toStatement(parts: EditionParts, disclosure: Disclosure): Statement {
  const { kind, holder, authority } = parts;
  const random = new Uint8Array(16);
  fillSecureRandom(random);
  return {
    form: STATEMENT_FORM,
    identifier: toIdentifier({
      typeCode: kind.type_code,
      authorityCode: authority.creditCode,
      serial: parts.serial,
      edition: parts.edition,
    }),
    number: parts.number,
    typeCode: kind.type_code,
    typeName: kind.name_zh,
    holder: holder.kind === 'organisation' ? holder.name : maskName(holder.name),
    holderIdentifier: holder.identifier?.shown ?? '',
    authority: authority.name['zh-CN'],
    authorityCode: authority.creditCode,
    issuedOn: parts.issuedOn,
    validFrom: parts.validFrom,
    validUntil: parts.validUntil,
    members: [...parts.memberIdentifiers],
    contentDigest: digestOf(disclosure),
    token: makeVerificationCode(random),
  };
}
