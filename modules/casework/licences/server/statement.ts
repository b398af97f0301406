import { z } from 'zod';

import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';

import { BothWords } from '../contract.ts';

/** The form of a signed statement; a change of form gets another name. */
export const STATEMENT_FORM = 'onewindow/licence/1';

/** What only the holder sees and gives away: the holder in full and every field, with the salt of the digest. */
export const Disclosure = z.object({
  salt: z.string(),
  holder: z.object({ name: z.string(), identifierKind: z.string(), identifier: z.string() }),
  content: z.record(z.string(), BothWords),
});
export type Disclosure = z.infer<typeof Disclosure>;

/** What anybody may read of a licence; its canonical text is what is signed. */
export const Statement = z.object({
  form: z.literal(STATEMENT_FORM),
  identifier: z.string(),
  number: z.string(),
  typeCode: z.string(),
  typeName: z.string(),
  /** A person masked, a firm in full. */
  holder: z.string(),
  holderIdentifier: z.string(),
  authority: z.string(),
  authorityCode: z.string(),
  issuedOn: z.string(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  /** Identifiers of the licences that a composite one carries. */
  members: z.array(z.string()),
  /** SM3 of the canonical disclosure, so that the holder can prove each word of the content. */
  contentDigest: z.string(),
  token: z.string(),
});
export type Statement = z.infer<typeof Statement>;

/** The digest of a disclosure as it stands in the statement: 64 small hexadecimal characters. */
export function digestOf(disclosure: Disclosure): string {
  return sm3Hex(canonicalJson(disclosure));
}
