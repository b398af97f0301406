import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';

import type { DocumentRow } from './repository-documents.ts';
import { DocumentSnapshot } from './snapshot.ts';

type Key = Pick<DocumentRow, 'centre_id' | 'document_id'>;

const place = ({ centre_id: centreId, document_id: rowId }: Key) => ({
  centreId: String(centreId),
  table: 'cases.case_document',
  column: 'sealed',
  rowId,
});

/** What stands on a paper names people, so it is kept sealed, beside the digest of its canonical text. */
export function sealSnapshot(
  cipher: Pick<FieldCipher, 'encrypt'>,
  key: Key,
  snapshot: DocumentSnapshot,
): Pick<DocumentRow, 'sealed' | 'digest'> {
  const text = canonicalJson(snapshot);
  return { sealed: cipher.encrypt(place(key), text), digest: sm3Hex(text) };
}

/** The paper as it was given out, and whether it is still what its digest says. */
export function openSnapshot(
  cipher: Pick<FieldCipher, 'decrypt'>,
  row: Key & Pick<DocumentRow, 'sealed' | 'digest'>,
): { readonly snapshot: DocumentSnapshot; readonly fitsDigest: boolean } {
  const text = cipher.decrypt(place(row), row.sealed);
  return {
    snapshot: DocumentSnapshot.parse(JSON.parse(text)),
    fitsDigest: sm3Hex(text) === row.digest,
  };
}
