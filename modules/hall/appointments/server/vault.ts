import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';

import type { BookingRow } from './tables.ts';

type Key = Pick<BookingRow, 'centre_id' | 'booking_id'>;

const placeOf = (row: Key) => ({
  centreId: String(row.centre_id),
  table: 'appointments.booking',
  column: 'mobile_sealed',
  rowId: row.booking_id,
});

const KIND = 'appointments.mobile';

/** The mobile number sealed, and what it is found by. */
export function sealMobile(cipher: FieldCipher, row: Key, mobile: string | undefined) {
  if (mobile === undefined) return { mobile_sealed: null, mobile_index: null };
  return {
    mobile_sealed: cipher.encrypt(placeOf(row), mobile),
    mobile_index: cipher.blindIndex(KIND, mobile, String(row.centre_id)),
  };
}

export function openMobile(
  cipher: FieldCipher,
  row: Key & Pick<BookingRow, 'mobile_sealed'>,
): string | undefined {
  return row.mobile_sealed === null ? undefined : cipher.decrypt(placeOf(row), row.mobile_sealed);
}

export const findMobile = (cipher: FieldCipher, centreId: number, mobile: string): string[] =>
  cipher.blindIndexes(KIND, mobile, String(centreId));
