import type { FieldCipher, FieldPlace } from '#kernel/crypto/field-cipher.ts';

import { Disclosure } from './statement.ts';
import type { LicenceRow } from './tables.ts';

type Sealed = Pick<LicenceRow, 'centre_id' | 'licence_id' | 'content_sealed'>;

const placeOf = (row: Pick<LicenceRow, 'centre_id' | 'licence_id'>): FieldPlace => ({
  centreId: String(row.centre_id),
  table: 'licences.licence',
  column: 'content_sealed',
  rowId: row.licence_id,
});

/** Holder in full and content as one sealed text of the row. */
export function sealDisclosure(
  cipher: FieldCipher,
  row: Pick<LicenceRow, 'centre_id' | 'licence_id'>,
  disclosure: Disclosure,
): string {
  return cipher.encrypt(placeOf(row), JSON.stringify(disclosure));
}

export function openDisclosure(cipher: FieldCipher, row: Sealed): Disclosure {
  return Disclosure.parse(JSON.parse(cipher.decrypt(placeOf(row), row.content_sealed)));
}

/** The same content under the current key. */
export function resealDisclosure(cipher: FieldCipher, row: Sealed): string {
  return cipher.reencrypt(placeOf(row), row.content_sealed);
}
